// What is said of the findings that were picked: confirmed, dismissed, noted, or taken back; many at once.
import { Button, Input } from "antd";
import { useState } from "react";
import { post } from "../../api/client";
import { Refused } from "../../parts/states";

const choices: [verdict: string, label: string, needsReason: boolean][] = [
  ["confirmed", "确认", false], ["dismissed", "不成立", true], ["noted", "备注", true], ["open", "撤回", false],
];

/** Something else that can be done with what was picked; it needs a reason too. */
export interface Further {
  label: string;
  title: string;
  act: (reason: string) => Promise<void>;
}

/** As many as the service takes at once. */
const mostAtOnce = 1000;

async function judge(findings: string[], verdict: string, reason: string): Promise<void> {
  for (let at = 0; at < findings.length; at += mostAtOnce) await post("/api/v1/findings/verdicts", { findings: findings.slice(at, at + mostAtOnce), verdict, reason });
}

export function Judge({ picked, done, further }: { picked: string[]; done: (verdict: string, reason: string) => void; further?: Further | undefined }) {
  const [reason, setReason] = useState("");
  const [state, setState] = useState<{ busy?: string; error?: Error; said?: string }>({});
  const nothing = picked.length === 0;
  const wordless = reason.trim() === "";
  async function attempt(label: string, verdict: string, work: () => Promise<unknown>) {
    setState({ busy: label });
    try {
      await work();
      setState({ said: `${label}：${picked.length} 条` });
      setReason("");
      done(verdict, reason);
    } catch (error) {
      setState({ error: error as Error });
    }
  }
  return <div className="judge" role="group" aria-label="处理所选疑点">
    <span className="quiet" role="status">{nothing ? state.said ?? "勾选疑点后处理" : `已选 ${picked.length} 条`}</span>
    <Input size="small" value={reason} maxLength={200} aria-label="理由" placeholder="理由（不成立、备注必填）" onChange={event => setReason(event.target.value)} />
    {choices.map(([verdict, label, needsReason]) => <Button key={verdict} size="small" type={verdict === "confirmed" ? "primary" : "default"} loading={state.busy === label}
      disabled={nothing || needsReason && wordless} onClick={() => void attempt(label, verdict, () => judge(picked, verdict, reason))}>{label}</Button>)}
    {further && <Button size="small" title={further.title} loading={state.busy === further.label} disabled={wordless} onClick={() => void attempt(further.label, "dismissed", () => further.act(reason))}>{further.label}</Button>}
    {state.error && <Refused error={state.error} />}
  </div>;
}

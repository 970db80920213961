// What an auditor can act on, kind by kind. A finding that does not hold is dismissed with a reason: its matches leave the figures.
import { Button, Input } from "antd";
import { useState } from "react";
import { post, type View } from "../../api/client";
import { Empty, Refused } from "../../parts/states";
import { reportLink } from "../../router";
import { groupBy } from "../../text/format";
import { Quote } from "../../text/words";

type Finding = View<"FindingView">;

/** Only what rests on matches with other paragraphs can be taken out of the figures. */
const canGo = (finding: Finding) => finding.place.paragraph !== "" && finding.others.length > 0;

export function Findings({ audit: { report, findings }, again }: { audit: View<"AuditView">; again: () => void }) {
  const [picked, setPicked] = useState<ReadonlySet<Finding>>(new Set());
  const pick = (finding: Finding) => setPicked(new Set(picked.has(finding) ? [...picked].filter(one => one !== finding) : [...picked, finding]));
  return <section><h2>疑点（{findings.length}）</h2>
    {findings.length === 0 && <Empty title="没有发现疑点。" />}
    {findings.some(canGo) && <p className="quiet">经核查不成立的，勾选后写明理由，它的匹配就不再计入数字；撤销在审计总览的“人工排除的匹配”。</p>}
    {picked.size > 0 && <Dismiss findings={[...picked]} done={() => { setPicked(new Set()); again(); }} />}
    {groupBy(findings, finding => finding.label).map(([label, group]) => <details key={label} className="finding-group" open={group.length <= 8}>
      <summary><span className="tag finding">{label}</span> {group.length} 处</summary>
      <ul className="findings">{group.map((finding, i) => <Row key={i} report={report.id} finding={finding} picked={picked.has(finding)} pick={() => pick(finding)} />)}</ul>
    </details>)}
  </section>;
}

function Row({ report, finding, picked, pick }: { report: string; finding: Finding; picked: boolean; pick: () => void }) {
  return <li>
    {canGo(finding) && <input type="checkbox" checked={picked} onChange={pick} aria-label={`${finding.label}，${finding.place.line} 行`} />}
    {finding.place.paragraph !== "" && <a className="line" href={reportLink(report, finding.place.paragraph)}>{finding.place.line} 行</a>}
    {finding.detail && <strong><Quote text={finding.detail} /></strong>}
    {finding.words && <q dir="auto"><Quote text={finding.words} /></q>}
    {finding.others.length > 0 && <span className="quiet">对照：{finding.others.slice(0, 3).map((other, j) => <span key={j}>{j > 0 && "、"}
      <a href={reportLink(other.report, other.paragraph)}><Quote text={other.source} />：{other.line} 行</a></span>)}
      {finding.others.length > 3 && ` 等 ${finding.others.length} 处`}</span>}
    {finding.evidence.slice(0, 2).map((one, j) => <span key={j} className="quiet beside"><q><Quote text={one.words} /></q> ↔ <q><Quote text={one.otherWords} /></q></span>)}
  </li>;
}

function Dismiss({ findings, done }: { findings: Finding[]; done: () => void }) {
  const [reason, setReason] = useState("");
  const [state, setState] = useState<{ busy?: boolean; error?: Error }>({});
  async function dismiss() {
    setState({ busy: true });
    try {
      const pairs = new Map(findings.flatMap(finding => finding.others.map(other => [`${finding.place.paragraph}|${other.paragraph}`, { a: finding.place.paragraph, b: other.paragraph, reason }])));
      for (const pair of pairs.values()) await post("/api/v1/exclusions", pair);
      done();
    } catch (error) {
      setState({ error: error as Error });
    }
  }
  return <form className="keep" onSubmit={event => { event.preventDefault(); void dismiss(); }}>
    <Input size="small" value={reason} maxLength={200} aria-label="不成立的理由" placeholder="不成立的理由" onChange={event => setReason(event.target.value)} />
    <Button size="small" type="primary" htmlType="submit" disabled={reason.trim() === ""} loading={state.busy === true}>所选 {findings.length} 条不成立</Button>
    {state.error && <Refused error={state.error} />}
  </form>;
}

// What an auditor can act on in one report, kind by kind, with what was said of it. What does not hold may also leave the figures.
import { useState } from "react";
import { get, post, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Empty, Refused } from "../../parts/states";
import { groupBy } from "../../text/format";
import { FindingRow, type Judged } from "./FindingRow";
import { Judge } from "./Judge";

/** Most that the service gives at once; the findings of one report come together. */
const most = 1000;

/** Only what rests on matches with other paragraphs can be taken out of the figures. */
const canGo = ({ finding }: Judged) => finding.place.paragraph !== "" && finding.others.length > 0;

export function Findings({ audit: { report, findings }, again }: { audit: View<"AuditView">; again: () => void }) {
  const asked = useAnswer(report.id, signal => get("/api/v1/findings", { query: { report: report.id, top: most } }, signal));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // They are shown at once; who said what of them comes a moment later.
  const items: Judged[] = asked.value?.items ?? findings.map(finding => ({ id: "", report, finding, verdict: null }));
  const chosen = items.filter(item => picked.has(item.id));
  const pick = (id: string) => setPicked(new Set(picked.has(id) ? [...picked].filter(one => one !== id) : [...picked, id]));
  const done = () => { setPicked(new Set()); asked.again(); };
  return <section><h2>疑点（{items.length}）</h2>
    {items.length === 0 && <Empty title="没有发现疑点。" />}
    {asked.error && <Refused error={asked.error} again={asked.again} />}
    {items.length > 0 && <Judge picked={[...picked]} done={done} further={chosen.some(canGo)
      ? { label: "匹配不计入数字", title: "撤销在审计总览的“人工排除的匹配”", act: async reason => { await exclude(chosen.filter(canGo), reason); again(); } }
      : undefined} />}
    {groupBy(items, item => item.finding.label).map(([label, group]) => <details key={label} className="finding-group" open={group.length <= 8}>
      <summary><span className="tag finding">{label}</span> {group.length} 处</summary>
      <ul className="findings">{group.map((item, i) => <FindingRow key={i} item={item} picked={picked.has(item.id)} pick={() => pick(item.id)} />)}</ul>
    </details>)}
  </section>;
}

/** Takes the matches behind findings out of the figures, for a reason that stays with them. */
async function exclude(items: Judged[], reason: string) {
  const pairs = new Map(items.flatMap(({ finding: { place, others } }) => others.map(other => [`${place.paragraph}|${other.paragraph}`, { a: place.paragraph, b: other.paragraph, reason }])));
  for (const pair of pairs.values()) await post("/api/v1/exclusions", pair);
}

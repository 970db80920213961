import type { View } from "../../api/client";
import { Empty } from "../../parts/states";
import { reportLink } from "../../router";
import { groupBy } from "../../text/format";
import { Quote } from "../../text/words";

/** What an auditor can act on, kind by kind. */
export function Findings({ audit: { report, findings } }: { audit: View<"AuditView"> }) {
  return <section><h2>疑点（{findings.length}）</h2>
    {findings.length === 0 && <Empty title="没有发现疑点。" />}
    {groupBy(findings, finding => finding.label).map(([label, group]) => <details key={label} className="finding-group" open={group.length <= 8}>
      <summary><span className="tag finding">{label}</span> {group.length} 处</summary>
      <ul className="findings">{group.map((finding, i) => <li key={i}>
        <a className="line" href={reportLink(report.id, finding.place.paragraph)}>{finding.place.line} 行</a>
        {finding.detail && <strong><Quote text={finding.detail} /></strong>}
        <q dir="auto"><Quote text={finding.words} /></q>
        {finding.others.length > 0 && <span className="quiet">对照：{finding.others.slice(0, 3).map((other, j) => <span key={j}>{j > 0 && "、"}
          <a href={reportLink(other.report, other.paragraph)}><Quote text={other.source} />：{other.line} 行</a></span>)}
          {finding.others.length > 3 && ` 等 ${finding.others.length} 处`}</span>}
        {finding.evidence.slice(0, 2).map((one, j) => <span key={j} className="quiet beside"><q><Quote text={one.words} /></q> ↔ <q><Quote text={one.otherWords} /></q></span>)}
      </li>)}</ul>
    </details>)}
  </section>;
}

import { useState } from "react";
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Origin } from "../../parts/tags";
import { auditLink, link } from "../../router";
import { percent } from "../../text/format";
import { Quote } from "../../text/words";

const first = 10;

/** Reports with the least text of their own, with the way to their audits. */
export function ReportShares({ reports }: { reports: View<"ReportShareView">[] }) {
  const [most, setMost] = useState(first);
  const shown = reports.filter(one => one.figures.originality < 1);
  if (shown.length === 0) return <p className="quiet">每篇报告都没有与其他报告相同的文字。</p>;
  return <div className="scrolled" tabIndex={0} role="region" aria-label="原创度最低的报告">
    <table><thead><tr><th>报告</th><th className="number">原创度</th><th className="number">本单位历年</th><th className="number">跨单位</th><th className="number">单位不明</th><th>单篇最大来源</th><th className="number">疑点</th></tr></thead>
      <tbody>{shown.slice(0, most).map(({ report, figures, findings }) => <tr key={report.id}>
        <td><a href={auditLink(report.id)}><Quote text={report.title} /></a> <Origin year={report.year} organisation={report.organisation} /></td>
        <td className="number"><b>{percent(figures.originality)}</b></td>
        <td className="number">{percent(figures.ownOrganisation)}</td>
        <td className="number">{percent(figures.otherOrganisation)}</td>
        <td className="number">{percent(figures.unknownOrganisation)}</td>
        <td>{figures.largestReport && <a href={link(`compare/${report.id}/${figures.largestReport.id}`)} title="两篇对照">{percent(figures.largestSingle)} <Quote text={figures.largestReport.title} /></a>}</td>
        <td className="number">{findings > 0 ? findings : ""}</td></tr>)}</tbody></table>
    {shown.length > most && <p><TextButton onClick={() => setMost(most + 50)}>再看 {Math.min(50, shown.length - most)} 篇</TextButton></p>}
  </div>;
}

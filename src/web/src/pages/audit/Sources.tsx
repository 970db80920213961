import type { View } from "../../api/client";
import { ActionsHead } from "../../parts/actions";
import { Origin } from "../../parts/tags";
import { reuseClasses } from "../../names";
import { link, reportLink } from "../../router";
import { count, percent } from "../../text/format";
import { Quote } from "../../text/words";

const most = 12;

/** The reports that explain this one, the one that adds most first, each with the way to the comparison. */
export function Sources({ audit: { report, sources, evidence } }: { audit: View<"AuditView"> }) {
  if (sources.length === 0) return null;
  const direction = new Map(evidence.map(item => [item.otherPlace.report, item.direction]));
  return <section><h2>相同文字的来源（{sources.length} 篇）</h2>
    <div className="scrolled" tabIndex={0} role="region" aria-label="相同文字的来源"><table>
      <thead><tr><th>报告</th><th>类别</th><th className="number">段落</th><th className="number">字数</th><th className="number">占本文</th><th className="number" title="上面各篇都没有的部分：同一段文字的几个副本只算一次">另增</th><th>先后</th><ActionsHead /></tr></thead>
      <tbody>{sources.slice(0, most).map(source => <tr key={source.report.id}>
        <td><a href={reportLink(source.report.id)}><Quote text={source.report.title} /></a> <Origin source={source.report.source} year={source.report.year} organisation={source.report.organisation} /></td>
        <td><span className={`tag class-${source.class}`}>{reuseClasses[source.class] ?? source.class}</span></td>
        <td className="number">{source.paragraphs}</td><td className="number">{count(source.letters)}</td><td className="number">{percent(source.share)}</td><td className="number">{percent(source.addedShare)}</td>
        <td className="quiet nowrap" title={direction.get(source.report.id)?.reasons.join("；")}>{direction.get(source.report.id)?.label}</td>
        <td className="nowrap"><a href={link(`compare/${report.id}/${source.report.id}`)}>对照</a></td></tr>)}</tbody></table></div>
  </section>;
}

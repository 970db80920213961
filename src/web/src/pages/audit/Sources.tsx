import type { View } from "../../api/client";
import { Origin } from "../../parts/tags";
import { reuseClasses } from "../../names";
import { link, reportLink } from "../../router";
import { count, groupBy } from "../../text/format";
import { Quote } from "../../text/words";

/** The reports that this one has text in common with, most first, each with the way to the comparison. */
export function Sources({ audit: { report, evidence } }: { audit: View<"AuditView"> }) {
  const others = groupBy(evidence, item => item.otherPlace.report)
    .map(([id, list]) => ({ id, list, letters: list.reduce((sum, item) => sum + item.text.length, 0) })).sort((a, b) => b.letters - a.letters);
  if (others.length === 0) return null;
  return <section><h2>相同文字的来源（{others.length} 篇）</h2>
    <div className="scrolled" tabIndex={0} role="region" aria-label="相同文字的来源"><table>
      <thead><tr><th>报告</th><th>类别</th><th className="number">段落</th><th className="number">约计字数</th><th>先后</th><th /></tr></thead>
      <tbody>{others.slice(0, 12).map(({ id, list, letters }) => <tr key={id}>
        <td><a href={reportLink(id)}><Quote text={list[0]!.otherReportTitle} /></a> <Origin source={list[0]!.otherPlace.source} year={list[0]!.otherYear} organisation={list[0]!.otherOrganisation} /></td>
        <td><span className={`tag class-${list[0]!.class}`}>{reuseClasses[list[0]!.class] ?? list[0]!.class}</span></td>
        <td className="number">{new Set(list.map(item => item.place.paragraph)).size}</td><td className="number">{count(letters)}</td>
        <td className="quiet nowrap" title={list[0]!.direction.reasons.join("；")}>{list[0]!.direction.label}</td>
        <td className="nowrap"><a href={link(`compare/${report.id}/${id}`)}>对照</a></td></tr>)}</tbody></table></div>
  </section>;
}

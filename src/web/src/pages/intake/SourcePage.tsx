import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { ActionsHead } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { types } from "../../names";
import { auditLink, link, reportLink } from "../../router";
import { bytes, lines, when } from "../../text/format";
import { Quote } from "../../text/words";
import { Keeping } from "./Keeping";
import { MarkSelect } from "./MarkSelect";
import { MoveSelect } from "./MoveSelect";
import "../../styles/intake.css";

export default function SourcePage({ route }: PageProps) {
  const [id = ""] = route.rest;
  const asked = useAnswer(id, signal => Promise.all([
    get("/api/v1/sources/{id}", { path: { id } }, signal), get("/api/v1/reports", { query: { source: id, top: 1000 } }, signal), get("/api/v1/marks", {}, signal), get("/api/v1/holds", {}, signal),
  ]));
  return <div className="column wide"><Answered asked={asked} rows={10}>{([source, reports, marks, holds]) => <>
    <h1><Quote text={source.name} className="file" /></h1>
    <p className="meta">{bytes(source.bytes)} · {source.encoding} · {reports.total} 篇报告 · {source.paragraphs} 个段落 · {when(source.addedAt)} 入库 · SHA-256 <code title={source.hash}>{source.hash.slice(0, 16)}…</code></p>
    <p>性质：<MarkSelect target={source.id} name={source.name} mark={marks.items.find(mark => mark.target === source.id)} done={asked.again} />　<a href={link("search", { source: source.id })}>只在这个文件里检索</a></p>
    <MoveSelect source={source.id} />
    <Keeping source={source} hold={holds.items.find(hold => hold.source === source.id)} again={asked.again} />
    <div className="scrolled" tabIndex={0} role="region" aria-label="报告"><table>
      <thead><tr><th>报告</th><th>单位</th><th className="number">年份</th><th>文种</th><th>行</th><th className="number">段落</th><ActionsHead /></tr></thead>
      <tbody>{reports.items.map(report => <tr key={report.id}>
        <td><a href={reportLink(report.id)}><Quote text={report.title} /></a>{!report.hasTitle && <span className="quiet">（标题缺失）</span>}</td>
        <td>{report.organisation && <Quote text={report.organisation} />}</td><td className="number">{report.year}</td><td>{types[report.type] ?? report.type}</td>
        <td>{lines(report)}</td><td className="number">{report.paragraphs}</td><td><a href={auditLink(report.id)}>审计</a></td></tr>)}</tbody></table></div>
  </>}</Answered></div>;
}

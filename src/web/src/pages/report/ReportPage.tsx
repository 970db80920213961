// 报告: the report with its outline; its audit is the second tab.
import { lazy, Suspense } from "react";
import { get, type Answer, type View } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Refused, Waiting } from "../../parts/states";
import { Joined } from "../../parts/tags";
import { types } from "../../names";
import { auditLink, link, reportLink } from "../../router";
import { lines } from "../../text/format";
import { Quote } from "../../text/words";
import { Facts } from "./Facts";
import { Reading } from "./Reading";
import "../../styles/report.css";

const ReportAudit = lazy(() => import("../audit/ReportAudit"));

export type Detail = Answer<"/api/v1/reports/{id}">;

export default function ReportPage({ route }: PageProps) {
  const [id = "", tab] = route.rest;
  const asked = useAnswer(id, signal => get("/api/v1/reports/{id}", { path: { id } }, signal));
  if (asked.error) return <div className="column"><Refused error={asked.error} again={asked.again} /></div>;
  if (!asked.value) return <div className="sheet"><Waiting rows={12} /></div>;
  const detail = asked.value, audited = tab === "audit";
  return <div className="sheet report">
    <Head detail={detail} audited={audited} />
    {audited
      ? <Suspense fallback={<Waiting />}><ReportAudit report={detail.report} route={route} /></Suspense>
      : <Reading key={id} detail={detail} target={route.query.get("at")} reread={asked.again} />}
  </div>;
}

function Head({ detail: { report, facts }, audited }: { detail: Detail; audited: boolean }) {
  const source = report.id.split("-")[0]!;
  return <header className="report-head">
    <h1><Quote text={report.title} />{!report.hasTitle && <span className="tag damage" title="原文没有标题，这里是开头的文字">标题缺失</span>}</h1>
    <p className="meta"><Joined parts={[
      report.organisation ? <Quote text={report.organisation} /> : "单位不明",
      report.year ? `${report.year} 年` : "年份不明",
      types[report.type] ?? report.type,
      `${report.paragraphs} 个段落`,
      <><a href={link(`source/${source}`)}><Quote text={report.source} className="file" /></a> 第 {lines(report)} 行</>,
    ]} /></p>
    {facts && <Facts facts={facts} />}
    <Tabs report={report} audited={audited} />
  </header>;
}

function Tabs({ report, audited }: { report: View<"ReportView">; audited: boolean }) {
  const mayAudit = useMay("audit");
  return <nav className="tabs" aria-label="报告视图">
    <a href={reportLink(report.id)} aria-current={audited ? undefined : "page"}>正文</a>
    {mayAudit && <a href={auditLink(report.id)} aria-current={audited ? "page" : undefined}>审计</a>}
    <a href={link("search", { report: report.id })} className="aside">在这篇内检索</a>
    <button type="button" className="textual aside" onClick={() => window.print()}>打印</button>
  </nav>;
}

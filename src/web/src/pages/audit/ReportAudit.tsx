// The audit of one report: figures, each with what it counts; what stands out; the evidence side by side.
import { get, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Exports } from "../../parts/actions";
import { Answered } from "../../parts/states";
import type { Route } from "../../router";
import { Evidence } from "./Evidence";
import { Figures } from "./Figures";
import { Findings } from "./Findings";
import { Provenance } from "./Provenance";
import { Sources } from "./Sources";
import "../../styles/audit.css";

export default function ReportAudit({ report, route }: { report: View<"ReportView">; route: Route }) {
  const asked = useAnswer(report.id, signal => get("/api/v1/audit/{id}", { path: { id: report.id } }, signal));
  return <Answered asked={asked} rows={12}>{({ items: [audit] }) => audit && <div className="audit">
    <p><Exports address={`api/v1/audit/${encodeURIComponent(report.id)}/export`} /></p>
    <Figures audit={audit} chosen={route.query.get("figure")} />
    <Sources audit={audit} />
    <Findings key={audit.report.id} audit={audit} again={asked.again} />
    <Evidence audit={audit} target={route.query.get("at")} again={asked.again} />
    <Provenance audit={audit} />
  </div>}</Answered>;
}

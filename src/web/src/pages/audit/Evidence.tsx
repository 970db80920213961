// The evidence: one row a paragraph of the report, its nearest source beside it, the others behind a click.
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { post, type View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Empty, Refused } from "../../parts/states";
import { Origin } from "../../parts/tags";
import { reuseClasses, reuseKinds } from "../../names";
import { link, reportLink } from "../../router";
import { differences } from "../../text/differences";
import { groupBy } from "../../text/format";
import { passage } from "../../text/passage";
import { Layered, Quote, type Mark } from "../../text/words";

type Audit = View<"AuditView">;
type Item = View<"EvidenceView">;

const shared = (pair: Item[]) => pair.reduce((sum, item) => sum + item.text.length, 0);
const step = 40;

export function Evidence({ audit, target, again }: { audit: Audit; target: string | null; again: () => void }) {
  const groups = groupBy(audit.evidence, item => item.place.paragraph);
  const wanted = groups.findIndex(([id]) => id === target);
  const [most, setMost] = useState(Math.max(step, wanted + 1));
  useEffect(() => {
    if (target) requestAnimationFrame(() => document.getElementById(`evidence-${target}`)?.scrollIntoView({ block: "start" }));
  }, [target]);
  return <section><h2>复用证据（{groups.length} 个段落）</h2>
    {groups.length === 0 ? <Empty title="没有与其他报告相同的文字。" /> : <p className="quiet">下划线是相同的文字，颜色是来源的类别；底色标出其中改动的字。</p>}
    {groups.slice(0, most).map(([id, list]) => <Group key={id} id={id} list={list} audit={audit} isTarget={id === target} again={again} />)}
    {groups.length > most && <p><TextButton onClick={() => setMost(most + step)}>再看 {Math.min(step, groups.length - most)} 个段落</TextButton></p>}
    {audit.excludedEvidence.length > 0 && <details className="finding-group"><summary>人工排除的 {audit.excludedEvidence.length} 处</summary>
      <ul className="findings">{audit.excludedEvidence.map((item, i) => <li key={i}><span className="line">{item.place.line} 行</span><q dir="auto"><Quote text={item.text} /></q><span className="quiet">理由：<Quote text={item.excluded ?? ""} /></span></li>)}</ul></details>}
  </section>;
}

function Group({ id, list, audit, isTarget, again }: { id: string; list: Item[]; audit: Audit; isTarget: boolean; again: () => void }) {
  const [open, setOpen] = useState(false);
  const [nearest, ...more] = groupBy(list, item => item.otherPlace.paragraph).map(([, pair]) => pair).sort((a, b) => shared(b) - shared(a));
  return <div className={`evidence-group${isTarget ? " target" : ""}`} id={`evidence-${id}`}>
    <SideBySide pair={nearest!} audit={audit} again={again} />
    {more.length > 0 && <TextButton onClick={() => setOpen(!open)} expanded={open}>这一段还见于 {more.length} 处</TextButton>}
    {open && more.map(pair => <SideBySide key={pair[0]!.otherPlace.paragraph} pair={pair} audit={audit} again={again} />)}
  </div>;
}

function SideBySide({ pair, audit, again }: { pair: Item[]; audit: Audit; again: () => void }) {
  const { place, otherPlace, class: source, kind, otherReportTitle, otherOrganisation, otherYear, direction } = pair[0]!;
  const own = audit.paragraphs.find(one => one.place.paragraph === place.paragraph)?.text ?? "";
  const other = audit.others.find(one => one.place.paragraph === otherPlace.paragraph)?.text ?? pair.map(item => item.otherText).join("……");
  const changed = pair.map(item => differences(item.text, item.otherText) ?? { a: [], b: [] });
  return <div className="side-by-side">
    <div className="side">
      <div className="side-head"><span className={`tag class-${source}`}>{reuseClasses[source] ?? source}</span><span className="quiet">{reuseKinds[kind] ?? kind}</span>
        <a href={reportLink(audit.report.id, place.paragraph)}>本文 {place.line} 行</a><span className="quiet" title={direction.reasons.join("；")}>{direction.label}</span></div>
      <p dir="auto"><Layered text={own} marks={[...pair.flatMap((item, i) => passage(item.at, item.text, source, changed[i]!.a, "dropped")), ...leftOver(audit, place.paragraph)]} /></p>
    </div>
    <div className="side">
      <div className="side-head"><a href={reportLink(otherPlace.report, otherPlace.paragraph)}><Quote text={otherReportTitle} /></a>
        <Origin {...otherPlace} year={otherYear} organisation={otherOrganisation} /></div>
      <p dir="auto"><Layered text={other} marks={pair.flatMap((item, i) => passage(item.otherAt, item.otherText, source, changed[i]!.b, "added"))} /></p>
      <div className="paragraph-foot"><a href={link(`compare/${audit.report.id}/${otherPlace.report}`, { at: place.paragraph })}>两篇对照</a><Exclude a={place.paragraph} b={otherPlace.paragraph} done={again} /></div>
    </div>
  </div>;
}

/** The names in a paragraph that its copyist forgot to change. */
const leftOver = ({ findings }: Audit, paragraph: string): Mark[] => findings
  .filter(finding => finding.kind === "left-over-name" && finding.place.paragraph === paragraph)
  .map(({ label, start, end, place }) => ({ start: start - place.start, end: end - place.start, className: "flagged", title: label }));

/** Takes a match out of the figures, for a reason that stays with it. */
function Exclude({ a, b, done }: { a: string; b: string; done: () => void }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Error>();
  if (!asking) return <TextButton onClick={() => setAsking(true)}>不计入复用…</TextButton>;
  return <form className="keep" onSubmit={event => {
    event.preventDefault();
    post("/api/v1/exclusions", { a, b, reason }).then(() => { setAsking(false); done(); }, (fault: Error) => setError(fault));
  }}>
    <Input size="small" autoFocus value={reason} maxLength={200} aria-label="不计入的理由" placeholder="理由，例如：按规定引用" onChange={event => setReason(event.target.value)} />
    <Button size="small" type="primary" htmlType="submit">不计入</Button><Button size="small" onClick={() => setAsking(false)}>取消</Button>
    {error && <Refused error={error} />}
  </form>;
}

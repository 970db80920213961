// 需要关注: what stands out in all reports, to be worked through report by report. The filters stand in the address.
import { useState } from "react";
import { get } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { findings as kinds, unnamed, verdicts } from "../../names";
import { TextButton } from "../../parts/actions";
import { Answered, Empty } from "../../parts/states";
import { Origin } from "../../parts/tags";
import { auditLink, go, link } from "../../router";
import { groupBy } from "../../text/format";
import { Quote } from "../../text/words";
import { FindingRow, type Judged } from "./FindingRow";
import { Judge } from "./Judge";
import "../../styles/audit.css";

const length = 50;

type Wish = Record<"kind" | "verdict" | "organisation" | "year", string>;

export default function FindingsPage({ route: { query } }: PageProps) {
  const of = (name: string) => query.get(name) ?? "";
  const wish: Wish = { kind: of("kind"), verdict: of("verdict"), organisation: of("organisation"), year: of("year") };
  return <div className="column wide">
    <h1>需要关注的疑点</h1>
    {useMay("audit") ? <><Filters wish={wish} /><WorkList key={JSON.stringify(wish)} wish={wish} /></>
      : <Empty title="疑点由有审计权限的人查看和处理。"><p>需要时请管理员在“管理”里给帐号审计权限。</p></Empty>}
  </div>;
}

function Filters({ wish }: { wish: Wish }) {
  const { value } = useAnswer("overview", signal => get("/api/v1/overview", { query: { top: 1 } }, signal));
  const years = Object.keys(value?.stats.years ?? {}).sort().reverse();
  const units = value?.units.map(unit => unit.name).filter(name => name !== unnamed) ?? [];
  const choose = (name: keyof Wish, label: string, options: [value: string, label: string][]) => <label>{label}{" "}
    <select className="mark-select" value={wish[name]} onChange={event => go(link("findings", { ...wish, [name]: event.target.value }))}>
      <option value="">全部</option>
      {wish[name] && !options.some(([option]) => option === wish[name]) && <option value={wish[name]}>{wish[name]}</option>}
      {options.map(([option, text]) => <option key={option} value={option}>{text}</option>)}
    </select></label>;
  return <div className="finding-filters" role="search" aria-label="筛选疑点">
    {choose("kind", "种类", Object.entries(kinds))}
    {choose("verdict", "结论", Object.entries(verdicts))}
    {choose("organisation", "单位", units.map(name => [name, name]))}
    {choose("year", "年份", years.map(year => [year, `${year} 年`]))}
  </div>;
}

interface Picking {
  picked: ReadonlySet<string>;
  /** Picks these, or lets go of them. */
  pick: (ids: string[], on: boolean) => void;
}

function WorkList({ wish }: { wish: Wish }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(0);
  const pick = (ids: string[], on: boolean) => setPicked(new Set(on ? [...picked, ...ids] : [...picked].filter(id => !ids.includes(id))));
  return <>
    <Judge picked={[...picked]} done={() => { setPicked(new Set()); setRound(round + 1); }} />
    <Part wish={wish} round={round} cursor={null} picked={picked} pick={pick} />
  </>;
}

/** Some findings, and behind a click those that follow. What was judged is asked for anew with the round. */
function Part({ wish, round, cursor, ...picking }: Picking & { wish: Wish; round: number; cursor: string | null }) {
  const [more, setMore] = useState(false);
  const asked = useAnswer(`${round}|${cursor ?? ""}`, signal => get("/api/v1/findings", { query: { ...asQuery(wish), top: length, ...cursor !== null && { cursor } } }, signal));
  return <Answered asked={asked} rows={10}>{({ items, next }) => <>
    {cursor === null && items.length === 0 && <Nothing wish={wish} />}
    {groupBy(items, item => item.report.id).map(([id, group]) => <OfReport key={id} items={group} {...picking} />)}
    {next !== null && (more ? <Part wish={wish} round={round} cursor={next} {...picking} /> : <p><TextButton onClick={() => setMore(true)}>更多</TextButton></p>)}
  </>}</Answered>;
}

const asQuery = ({ year, ...words }: Wish) => ({ ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== "")), ...year !== "" && { year: Number(year) } });

function Nothing({ wish }: { wish: Wish }) {
  return Object.values(wish).some(value => value !== "")
    ? <Empty title="没有符合条件的疑点。"><p><a href="#/findings">看全部疑点</a></p></Empty>
    : <Empty title="没有发现疑点。"><p>报告入库后，漏改的名称、未更新的数字、拼接等会列在这里。</p></Empty>;
}

function OfReport({ items, picked, pick }: Picking & { items: Judged[] }) {
  const { report } = items[0]!;
  const ids = items.map(item => item.id);
  const all = ids.every(id => picked.has(id));
  return <section className="finding-group">
    <h2><input type="checkbox" checked={all} onChange={() => pick(ids, !all)} aria-label={`选中“${report.title}”的 ${ids.length} 条`} />
      <a href={auditLink(report.id)}><Quote text={report.title} /></a><Origin year={report.year} organisation={report.organisation} source={report.source} /><span className="quiet">{items.length} 条</span></h2>
    <ul className="findings">{items.map((item, i) => <FindingRow key={i} item={item} named picked={picked.has(item.id)} pick={() => pick([item.id], !picked.has(item.id))} />)}</ul>
  </section>;
}

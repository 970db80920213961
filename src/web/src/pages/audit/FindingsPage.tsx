// 需要关注: what stands out in all reports, to be worked through report by report. The filters stand in the address.
import { Progress } from "antd";
import { useEffect, useRef, useState } from "react";
import { get } from "../../api/client";
import { useMay, useSession } from "../../api/session";
import { useStats } from "../../api/stats";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { findings as kinds, verdicts } from "../../names";
import { TextButton } from "../../parts/actions";
import { Empty, Refused, Waiting } from "../../parts/states";
import { Origin } from "../../parts/tags";
import { auditLink, go, link } from "../../router";
import { count, groupBy } from "../../text/format";
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
  const stats = useStats();
  // The counts of a search for everything name the units; an overview would have to be made first.
  const found = useAnswer("units", signal => get("/api/v1/search", { query: { top: 1 } }, signal));
  const years = Object.keys(stats.value?.years ?? {}).sort().reverse();
  const units = found.value?.facets.organisations.map(unit => unit.value).filter(name => name !== "") ?? [];
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
  const { items, next, passed, reports, loading, error, more, stop, judged } = useFindings(wish);
  const pick = (ids: string[], on: boolean) => setPicked(new Set(on ? [...picked, ...ids] : [...picked].filter(id => !ids.includes(id))));
  const all = items.length > 0 && picked.size === items.length;
  return <>
    <Judge picked={[...picked]} done={(verdict, reason) => { judged(picked, verdict, reason); setPicked(new Set()); }} />
    {items.length > 0 && <p className="tools"><label><input type="checkbox" checked={all} onChange={() => setPicked(new Set(all ? [] : items.map(item => item.id)))} /> 选中已列出的 {count(items.length)} 条</label></p>}
    {!loading && !error && next === null && items.length === 0 && <Nothing wish={wish} />}
    {groupBy(items, item => item.report.id).map(([id, group]) => <OfReport key={id} items={group} picked={picked} pick={pick} />)}
    {error && <Refused error={error} again={more} />}
    {loading && items.length === 0 && reports === 0 && <Waiting rows={10} />}
    {loading && reports > 0 && <div className="searching"><Progress percent={Math.floor(100 * passed / reports)} aria-label="查看疑点的进度" />
      <p className="quiet" role="status">正在逐篇查看，{count(reports)} 篇报告中已看 {count(passed)} 篇，列出 {count(items.length)} 条。 <TextButton onClick={stop}>先停下</TextButton></p></div>}
    {!loading && !error && next !== null && <p><TextButton onClick={more}>更多</TextButton> <span className="quiet">{count(reports)} 篇报告中已看 {count(passed)} 篇</span></p>}
  </>;
}

interface Listed {
  items: Judged[];
  next: string | null;
  passed: number;
  reports: number;
  loading: boolean;
  error?: Error;
}

/** Findings as far as they have been asked for. Where they are rare an answer has few of them: then the next is asked for at once. */
function useFindings(wish: Wish) {
  const [listed, setListed] = useState<Listed>({ items: [], next: null, passed: 0, reports: 0, loading: true });
  const running = useRef<AbortController>(null);
  const session = useSession();

  async function load(from: string | null) {
    const { signal } = running.current = new AbortController();
    setListed(({ error: _, ...before }) => ({ ...before, loading: true }));
    try {
      let cursor = from, found = 0;
      do {
        const { items, next, passed, reports } = await get("/api/v1/findings", { query: { ...asQuery(wish), top: length, ...cursor !== null && { cursor } } }, signal);
        if (signal.aborted) return;
        [cursor, found] = [next, found + items.length];
        setListed(before => ({ items: [...before.items, ...items], next, passed, reports, loading: next !== null && found < length }));
      } while (cursor !== null && found < length);
    } catch (error) {
      if (!signal.aborted) setListed(before => ({ ...before, loading: false, error: error as Error }));
    }
  }

  useEffect(() => {
    void load(null);
    return () => running.current?.abort();
    // The list of another wish is another list.
  }, []);

  return {
    ...listed,
    more: () => void load(listed.next),
    stop: () => { running.current?.abort(); setListed(before => ({ ...before, loading: false })); },
    /** What was said of some holds here too; what is no longer asked for goes. */
    judged: (ids: ReadonlySet<string>, verdict: string, reason: string) => {
      const said = verdict === "open" ? null : { verdict, reason, who: session?.name ?? "", notedAt: new Date().toISOString() };
      setListed(before => ({ ...before, items: before.items.map(item => ids.has(item.id) ? { ...item, verdict: said } : item)
        .filter(item => wish.verdict === "" || wish.verdict === (item.verdict?.verdict ?? "open")) }));
    },
  };
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

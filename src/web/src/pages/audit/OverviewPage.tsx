// 审计: the archive as a whole — who repeats how much, whom, and what.
import { useEffect, useState } from "react";
import { get, type Answer } from "../../api/client";
import { useStats } from "../../api/stats";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Exports } from "../../parts/actions";
import { Answered, Empty } from "../../parts/states";
import { functionName, functions } from "../../names";
import { link } from "../../router";
import { count, percent } from "../../text/format";
import { Exclusions } from "./Exclusions";
import { FamilyList } from "./FamilyList";
import { Matrix } from "./Matrix";
import { Passages } from "./Passages";
import { OriginalitySpread, UnitShares, YearTable } from "./Shares";
import { ReportShares } from "./ReportShares";
import "../../styles/audit.css";

export type Overview = Answer<"/api/v1/overview">;

/** The charts count all reports; the lists show so many. */
const most = 50;

/** More years than these need the whole width. */
const fewYears = 8;

export default function OverviewPage(_: PageProps) {
  const stats = useStats();
  const asked = useAnswer("overview", signal => get("/api/v1/overview", { query: { top: most } }, signal));
  const { paragraphs } = stats.value ?? {};
  return <div className="column wide">
    <h1>审计</h1>
    {paragraphs === 0 ? <Empty title="档案库还是空的。"><p><a href="#/sources">先入库</a>，这里才有可看的。</p></Empty> : <>
      <p className="family-tools"><a href={link("findings", { verdict: "open" })}>需要关注的疑点：逐条处理</a><a href={link("families")}>同源族：哪些文字反复出现</a><Exports address="api/v1/overview/export" /></p>
      <Answered asked={stats} rows={2}>{value => <Tiles stats={value} />}</Answered>
      {stats.value && asked.value === undefined && !asked.error && <Making reports={stats.value.reports} />}
      <Answered asked={asked} rows={14}>{overview => <Overview overview={overview} />}</Answered>
    </>}
  </div>;
}

/** From so many seconds on it is said why it takes so long. */
const patience = 2;

/** A large archive is counted anew after each ingest: whoever comes meanwhile is told. */
function Making({ reports }: { reports: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds < patience ? null : <p className="note" role="status">正在统计全部 {count(reports)} 篇报告的复用情况，已用 <span aria-hidden="true">{seconds}</span> 秒。档案库大时第一次要几十秒，统计好以后打开就有；可以先去看疑点、同源族，或者检索。</p>;
}

function Overview({ overview }: { overview: Overview }) {
  return <>
    <div className="halves">
      <section className="card"><h2>各单位有副本的段落</h2><UnitShares units={overview.units} /></section>
      <section className="card"><h2>报告的原创度</h2><OriginalitySpread steps={overview.spread} /></section>
    </div>
    <div className={`halves${new Set(overview.unitYears.map(cell => cell.year)).size > fewYears ? " stacked" : ""}`}>
      <section className="card"><h2>谁与谁相同</h2><Matrix units={overview.units} matrix={overview.matrix} /></section>
      <section className="card"><h2>单位与年份</h2><YearTable cells={overview.unitYears} /></section>
    </div>
    <section className="card"><h2>原创度最低的报告</h2><ReportShares reports={overview.leastOriginal} /></section>
    <section className="card"><h2>副本最多的文字</h2>
      <FamilyList families={overview.largest.slice(0, 10)} first={1} />
      <p><a href={link("families")}>全部 {count(overview.stats.families)} 族</a>：按处数、涉及单位或最早年份排列</p>
    </section>
    <section className="card"><h2>流传最广的片段</h2><Passages passages={overview.passages.slice(0, 10)} /></section>
    <section className="card"><h2>段落按功能</h2><Functions overview={overview} /></section>
    <Exclusions />
  </>;
}

function Tiles({ stats }: { stats: Answer<"/api/v1/stats"> }) {
  const tiles: [label: string, value: string][] = [
    ["来源文件", count(stats.sources)], ["报告", count(stats.reports)], ["段落", count(stats.paragraphs)], ["字数", count(stats.characters)],
    ["相同段落对", count(stats.pairs)], ["同源族", count(stats.families)],
    ["有副本的段落", stats.paragraphs ? percent(stats.paragraphsInFamilies / stats.paragraphs) : "—"],
  ];
  return <dl className="tiles">{tiles.map(([label, value]) => <div key={label} className="tile"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

function Functions({ overview: { stats } }: { overview: Overview }) {
  return <div className="chips">{Object.keys(functions).filter(name => stats.functions[name]).map(name =>
    <a key={name} className={`chip f-${name}`} href={link("search", { function: name })}>{functionName(name)}<b>{count(stats.functions[name]!)}</b></a>)}</div>;
}

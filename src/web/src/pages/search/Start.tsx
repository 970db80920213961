// The first page: what one can ask, what is there, what one asked before.
import { useState } from "react";
import type { View } from "../../api/client";
import { useSession, type Permission } from "../../api/session";
import { useStats } from "../../api/stats";
import { TextButton } from "../../parts/actions";
import { EmptyArchive } from "../../parts/nothing";
import { RemoveSamples, useSamples } from "../../parts/samples";
import { Answered } from "../../parts/states";
import { functionName, functions } from "../../names";
import { link } from "../../router";
import { count } from "../../text/format";
import { Quote } from "../../text/words";
import { forget, recent } from "./recent";
import { SavedSearches } from "./Saved";

const examples = ["工人先锋号", "送温暖 困难职工", "职代会", "\"职工之家\"", "安全生产 隐患", "职工生大病了怎么帮"];

const syntax: [typed: string, meaning: string][] = [
  ["送温暖 困难职工", "几个词：都有的排在前面"],
  ["\"面对面、心贴心\"", "引号里是原文，一字不差"],
  ["职代会 -教代会", "减号排除"],
  ["送温暖 OR 帮扶，职代*", "任一词；以它开头的词"],
  ["功能:问题 年份:2019..2021 单位类型:学校", "限定功能、年份、单位等"],
  ["粘贴一段文字", "找与它相似的段落"],
];

export function Start() {
  const stats = useStats();
  const samples = useSamples();
  if (stats.value?.paragraphs === 0) return <div className="column start"><h1>从历年总结里找先例</h1><EmptyArchive /></div>;
  return <div className="column start">
    <h1>从历年总结里找先例</h1>
    <p className="lead">在上方输入几个词，按段落检索；相同的文字只列一行，点“N 处相同”看它还出现在哪里。</p>
    {samples && <Tour samples={samples} />}
    {samples && <section><h2>试试</h2><div className="chips">{examples.map(q => <a key={q} className="chip" href={link("search", { q })}>{q}</a>)}</div></section>}
    <div className="holdings"><Answered asked={stats} rows={3}>{held => <Holdings stats={held} />}</Answered></div>
    <Doors />
    <Recent />
    <SavedSearches />
    <section className="help"><h2>怎样写检索</h2>
      <dl>{syntax.map(([typed, meaning]) => <div key={typed}><dt>{typed}</dt><dd>{meaning}</dd></div>)}</dl>
      <p className="quiet">按 <kbd>/</kbd> 回到检索框，<kbd>↓</kbd> <kbd>↑</kbd> 在结果间移动，<kbd>Enter</kbd> 打开报告。</p>
    </section>
  </div>;
}

const steps: [address: string, name: string, meaning: string, needed: Permission][] = [
  [link("search", { q: "送温暖 困难职工" }), "找先例", "搜“送温暖 困难职工”，看各单位怎样写、哪些文字相同", "read"],
  [link("findings", { kind: "left-over-name" }), "看照抄", "这几篇抄了别人，连别处的地名都没改；点“看证据”逐处对照", "audit"],
  [link("exemplars", { function: "practice", topic: "困难职工" }), "借范例", "挑一段放进草稿，数字和名称自动留空，还会查有没有照搬", "read"],
];

/** What a newcomer sees: that all this is invented, three things to try, and how to begin in earnest. */
function Tour({ samples }: { samples: View<"SamplesView"> }) {
  const session = useSession();
  const open = steps.filter(([, , , needed]) => !session || session.may.includes(needed));
  return <section className="card tour" aria-label="样例">
    <h2>档案库里现有 {count(samples.reports)} 篇虚构的样例，先拿它们试一试</h2>
    <ol className="doors">{open.map(([address, name, meaning], i) => <li key={name}><a href={address}><strong>{i + 1}　{name}</strong><span>{meaning}</span></a></li>)}</ol>
    <p>样例里的单位、人名和数字都是编的。正式使用：<a href="#/sources">放进自己的文件</a>　<RemoveSamples /></p>
  </section>;
}

const doors: [address: string, name: string, meaning: string, needed: Permission][] = [
  ["#/overview", "查雷同", "哪些报告用了别人或往年的文字，改了什么，逐处对照", "audit"],
  ["#/draft", "写总结", "列提纲、借鉴范例，边写边查有没有照搬", "draft"],
  ["#/sources", "收文件", "把历年总结拖进来，整个文件夹、压缩包都行", "edit"],
];

/** What else one can come for. */
function Doors() {
  const session = useSession();
  const open = doors.filter(([, , , needed]) => !session || session.may.includes(needed));
  return open.length === 0 ? null : <section><h2>还可以</h2><ul className="doors">{open.map(([address, name, meaning]) =>
    <li key={address}><a href={address}><strong>{name}</strong><span>{meaning}</span></a></li>)}</ul></section>;
}

const Holdings = ({ stats }: { stats: View<"StatsView"> }) => <>
  <h2>按功能浏览</h2><div className="chips">{Object.keys(functions).filter(name => stats.functions[name]).map(name =>
    <a key={name} className={`chip f-${name}`} href={link("search", { function: name })}>{functionName(name)}<b>{count(stats.functions[name]!)}</b></a>)}</div>
  <p className="quiet">档案库现有 {count(stats.sources)} 个来源文件、{count(stats.reports)} 篇报告、{count(stats.paragraphs)} 个段落，其中 {count(stats.paragraphsInFamilies)} 个段落另有副本。</p>
</>;

function Recent() {
  const [list, setList] = useState(recent);
  if (list.length === 0) return null;
  return <section><h2>最近检索 <TextButton onClick={() => { forget(); setList([]); }} label="清除最近检索">清除</TextButton></h2>
    <div className="chips">{list.map(q => <a key={q} className="chip" href={link("search", { q })}><Quote text={q} /></a>)}</div>
  </section>;
}

import type { View } from "../../api/client";
import { Copies, CopyButton } from "../../parts/actions";
import { DamageTags, FunctionTag, Joined, Origin } from "../../parts/tags";
import { reportLink } from "../../router";
import { citation } from "../../text/citation";
import { Marked, Quote } from "../../text/words";
import { Insert } from "./Insert";

const parts: [name: keyof View<"ExemplarPartsView">, label: string, meaning: string][] = [
  ["function", "功能", "是不是要写的这一部分"], ["relevance", "相关", "与题目的关系"], ["concreteness", "具体", "数量、做法、文件名"],
  ["originality", "原创", "在别处出现得少"], ["integrity", "完整", "没有残缺"], ["recency", "时效", "年份近"],
];

/** A passage to learn from, with the reasons for its rank and the way into the draft. */
export function ExemplarCard({ item }: { item: View<"ExemplarView"> }) {
  const cited = citation(item.report, item, item.organisation, item.year);
  return <article className="card exemplar">
    <div className="hit-head"><FunctionTag primary={item.function} secondary={item.secondary} />
      <a className="title" href={reportLink(item.reportId, item.paragraph)}><Quote text={item.report} /></a><Origin {...item} /><DamageTags flags={item.damage} />
      {item.misleading && <span className="tag damage" title="数字缺失、年份疑为误填或文字残缺：只宜学写法">内容存疑</span>}</div>
    {item.sections && item.sections.length > 0 && <div className="path"><Joined mark=" › " parts={item.sections.map(section => <Quote text={section} />)} /></div>}
    <p className="snippet" dir="auto"><Marked text={item.text} ranges={item.highlights} /></p>
    <div className="hit-foot">
      <Insert paragraph={item.paragraph} report={item.reportId} citation={cited} />
      <CopyButton text={item.text} citation={cited} />
      {item.family && item.copies > 1 && <Copies family={item.family} paragraph={item.paragraph} label={`${item.copies} 处相同`} />}
      <dl className="meters">{parts.map(([name, label, meaning]) => <div key={name} title={`${meaning}：${item.parts[name].toFixed(2)}`}><dt>{label}</dt>
        <dd><meter min={0} max={1} value={item.parts[name]} aria-label={label} /></dd></div>)}</dl>
    </div>
  </article>;
}

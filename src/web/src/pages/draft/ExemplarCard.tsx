import { useState } from "react";
import { get, type View } from "../../api/client";
import { Copies, CopyButton, TextButton } from "../../parts/actions";
import { Refused } from "../../parts/states";
import { DamageTags, FunctionTag, Joined, Origin } from "../../parts/tags";
import { reportLink } from "../../router";
import { Marked, Quote } from "../../text/words";
import { append } from "./draft";

const parts: [name: keyof View<"ExemplarPartsView">, label: string, meaning: string][] = [
  ["function", "功能", "是不是要写的这一部分"], ["relevance", "相关", "与题目的关系"], ["concreteness", "具体", "数量、做法、文件名"],
  ["originality", "原创", "在别处出现得少"], ["integrity", "完整", "没有残缺"], ["recency", "时效", "年份近"],
];

/** A passage to learn from, with the reasons for its rank and the way into the draft. */
export function ExemplarCard({ item }: { item: View<"ExemplarView"> }) {
  const [inserted, setInserted] = useState(false);
  const [error, setError] = useState<Error>();
  const citation = `${item.report}，${item.source} 第 ${item.line} 行`;
  // Somebody else's figures and names are never prefilled: the service gives the passage with blanks in their place.
  const insert = () => void get("/api/v1/paragraphs/{id}/template", { path: { id: item.paragraph } }).then(template => {
    append(template.text, { citation, address: reportLink(item.reportId, item.paragraph) });
    setInserted(true);
  }, setError);
  return <article className="card exemplar">
    <div className="hit-head"><FunctionTag primary={item.function} secondary={item.secondary} />
      <a className="title" href={reportLink(item.reportId, item.paragraph)}><Quote text={item.report} /></a><Origin {...item} /><DamageTags flags={item.damage} />
      {item.misleading && <span className="tag damage" title="数字缺失、年份疑为误填或文字残缺：只宜学写法">内容存疑</span>}</div>
    {item.sections && item.sections.length > 0 && <div className="path"><Joined mark=" › " parts={item.sections.map(section => <Quote text={section} />)} /></div>}
    <p className="snippet" dir="auto"><Marked text={item.text} ranges={item.highlights} /></p>
    <div className="hit-foot">
      <TextButton onClick={insert}>{inserted ? "已放进草稿，槽位待补" : "放进草稿（槽位留空）"}</TextButton>
      {inserted && <a href="#/draft">去草稿</a>}
      <CopyButton text={item.text} citation={citation} />
      {item.family && item.copies > 1 && <Copies family={item.family} paragraph={item.paragraph} label={`${item.copies} 处相同`} />}
      <dl className="meters">{parts.map(([name, label, meaning]) => <div key={name} title={`${meaning}：${item.parts[name].toFixed(2)}`}><dt>{label}</dt>
        <dd><meter min={0} max={1} value={item.parts[name]} aria-label={label} /></dd></div>)}</dl>
    </div>
    {error && <Refused error={error} />}
  </article>;
}

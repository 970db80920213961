import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Copies, CopyButton, TextButton } from "../../parts/actions";
import { Answered, Empty, Refused } from "../../parts/states";
import { DamageTags, FunctionTag, Joined, Origin } from "../../parts/tags";
import { functionName, functions, unitTypes } from "../../names";
import { go, link, reportLink } from "../../router";
import { Marked, Quote, Words } from "../../text/words";
import { append } from "./draft";

const parts: [name: keyof View<"ExemplarPartsView">, label: string, meaning: string][] = [
  ["function", "功能", "是不是要写的这一部分"], ["relevance", "相关", "与题目的关系"], ["concreteness", "具体", "数量、做法、文件名"],
  ["originality", "原创", "在别处出现得少"], ["integrity", "完整", "没有残缺"], ["recency", "时效", "年份近"],
];

const choices = Object.entries(functions).filter(([value]) => value !== "other").map(([value, label]) => ({ value, label }));

const units = [{ value: "", label: "不限单位类型" }, ...Object.entries(unitTypes).filter(([value]) => value !== "other").map(([value, label]) => ({ value, label }))];

export function Exemplars({ query }: { query: URLSearchParams }) {
  const [wish, setWish] = useState({ function: query.get("function") || "practice", topic: query.get("topic") ?? "", unitType: query.get("unitType") ?? "" });
  const asked = useAnswer(query.toString(), signal =>
    get("/api/v1/exemplars", { query: { function: query.get("function") || "practice", topic: query.get("topic") ?? "", unitType: query.get("unitType") ?? "", top: 20 } }, signal));
  const search = (now: typeof wish) => { setWish(now); go(link("exemplars", { ...now, topic: now.topic.trim() })); };
  return <>
    <p className="lead">选一个要写的部分，再写几个词说明题目；按具体、原创、完整、新近排序，文字相同的只列一次。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); search(wish); }}>
      <Select aria-label="功能" value={wish.function} options={choices} onChange={value => search({ ...wish, function: value })} />
      <Input aria-label="题目" placeholder="题目，例如：民主管理" maxLength={500} value={wish.topic} onChange={event => setWish({ ...wish, topic: event.target.value })} />
      <Select aria-label="写作单位的类型" value={wish.unitType} options={units} onChange={value => search({ ...wish, unitType: value })} />
      <Button type="primary" htmlType="submit">查找范例</Button>
    </form>
    <section aria-label="范例"><Answered asked={asked} rows={10}>{({ notes, exemplars }) => <>
      {notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
      {exemplars.length > 0 ? exemplars.map(item => <Exemplar key={item.paragraph} item={item} />)
        : <Empty title={`没有找到“${functionName(wish.function)}”的范例。`}><p>换一个题目，或不填题目。</p></Empty>}
    </>}</Answered></section>
  </>;
}

function Exemplar({ item }: { item: View<"ExemplarView"> }) {
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
    <div className="exemplar-body">
      <p dir="auto"><Marked text={item.text} ranges={item.highlights} /></p>
      <dl className="meters">{parts.map(([name, label, meaning]) => <div key={name} title={meaning}><dt>{label}</dt>
        <dd><meter min={0} max={1} value={item.parts[name]} aria-label={label} /><span>{item.parts[name].toFixed(2)}</span></dd></div>)}</dl>
    </div>
    <div className="hit-foot">
      <TextButton onClick={insert}>{inserted ? "已放进草稿，槽位待补" : "放进草稿（槽位留空）"}</TextButton>
      {inserted && <a href="#/draft">去草稿</a>}
      <CopyButton text={item.text} citation={citation} />
      {item.family && item.copies > 1 && <Copies family={item.family} paragraph={item.paragraph} label={`${item.copies} 处相同`} />}
    </div>
    {error && <Refused error={error} />}
  </article>;
}

// 提纲: the sections that such reports usually have, with passages to write each by.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get, type Answer, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { CopyButton, TextButton } from "../../parts/actions";
import { NothingFound } from "../../parts/nothing";
import { Answered } from "../../parts/states";
import { FunctionTag } from "../../parts/tags";
import { go, link } from "../../router";
import { percent } from "../../text/format";
import { Quote, Words } from "../../text/words";
import { occasions, units } from "./choices";
import { useDraft, write } from "./draft";
import { ExemplarCard } from "./ExemplarCard";
import { PersonsSwitch, usePersons } from "./persons";

type Outline = Answer<"/api/v1/outlines">;

export function Outline({ query }: { query: URLSearchParams }) {
  const given = { occasion: query.get("occasion") || "annual", unitType: query.get("unitType") ?? "", topic: query.get("topic") ?? "" };
  const [wish, setWish] = useState(given);
  const showPersons = usePersons();
  const asked = useAnswer(`${query}|${showPersons}`, signal => get("/api/v1/outlines", { query: { ...given, showPersons, exemplars: 3 } }, signal));
  const search = (now: typeof wish) => { setWish(now); go(link("outline", { ...now, topic: now.topic.trim() })); };
  return <>
    <p className="lead">选要写什么、替什么单位写、写哪方面：这里列出同类报告通常有哪些部分、各占多少篇幅、怎样起标题，并给出可学的段落。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); search(wish); }}>
      <Select aria-label="写什么" value={wish.occasion} options={occasions} onChange={value => search({ ...wish, occasion: value })} />
      <Select aria-label="写作单位的类型" value={wish.unitType} options={units} onChange={value => search({ ...wish, unitType: value })} />
      <Input aria-label="主题" placeholder="主题，例如：困难职工帮扶" maxLength={500} value={wish.topic} onChange={event => setWish({ ...wish, topic: event.target.value })} />
      <Button type="primary" htmlType="submit">列提纲</Button>
      <PersonsSwitch />
    </form>
    <Answered asked={asked} rows={12}>{outline => <>
      {outline.notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
      {outline.sections.length === 0 ? <NothingFound title="没有可以借鉴的同类报告。"><p>放宽单位类型，或换一种文种。</p></NothingFound> : <>
        <IntoDraft outline={outline} />
        {outline.sections.map(section => <Section key={section.function} section={section} />)}
      </>}
    </>}</Answered>
  </>;
}

const numbers = "一二三四五六七八九十";
/** These stand without a heading. */
const bare = new Set(["opening", "closing"]);

/** The usual sections as headings to write under. */
function skeleton(outline: Outline): string {
  let number = 0;
  return outline.sections.map(section => bare.has(section.function)
    ? `〔待补：${section.name}〕`
    : `${numbers[number++] ?? number}、${section.headings[0] ?? section.name}\n〔待补：${section.name}〕`).join("\n");
}

function IntoDraft({ outline }: { outline: Outline }) {
  const { text } = useDraft();
  return <p className="tools">
    <Button type="primary" onClick={() => { write(text.trim() === "" ? skeleton(outline) : `${text.trimEnd()}\n${skeleton(outline)}`); go("#/draft"); }}>把这个提纲放进草稿</Button>{"　"}
    <CopyButton text={skeleton(outline)}>复制提纲</CopyButton></p>;
}

function Section({ section }: { section: View<"OutlineSectionView"> }) {
  const [open, setOpen] = useState(false);
  return <section className="card outline-section">
    <h2><FunctionTag primary={section.function} /> {section.present > 0 ? <>{percent(section.present)} 的同类报告有，约占篇幅 {percent(section.share)}</> : "按文种应有"}</h2>
    {section.headings.length > 0 && <p className="quiet">常见标题：{section.headings.map((heading, i) => <span key={heading}>{i > 0 && "；"}<Quote text={heading} /></span>)}</p>}
    {section.exemplars.length > 0 && <TextButton onClick={() => setOpen(!open)} expanded={open}>{open ? "收起范例" : `${section.exemplars.length} 段范例`}</TextButton>}
    {open && section.exemplars.map(item => <ExemplarCard key={item.paragraph} item={item} />)}
  </section>;
}

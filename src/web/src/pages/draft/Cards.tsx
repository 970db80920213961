// 做法卡片: what was needed, what was done, what came of it, and everybody who has the practice.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { CopyButton, TextButton } from "../../parts/actions";
import { NothingFound } from "../../parts/nothing";
import { Answered } from "../../parts/states";
import { DamageTags } from "../../parts/tags";
import { go, link, reportLink } from "../../router";
import { citation } from "../../text/citation";
import { Quote, Words } from "../../text/words";
import { units } from "./choices";
import { Insert } from "./Insert";
import { PersonsSwitch, usePersons } from "./persons";

type Card = View<"CardView">;
type Cited = View<"CitedView">;

export function Cards({ query }: { query: URLSearchParams }) {
  const given = { topic: query.get("topic") ?? "", unitType: query.get("unitType") ?? "" };
  const [wish, setWish] = useState(given);
  const showPersons = usePersons();
  const asked = useAnswer(`${query}|${showPersons}`, signal => get("/api/v1/cards", { query: { ...given, showPersons, top: 10 } }, signal));
  const search = (now: typeof wish) => { setWish(now); go(link("cards", { ...now, topic: now.topic.trim() })); };
  return <>
    <p className="lead">一张卡片是一项做法：为什么做、怎么做、做成了什么，都出自同一篇报告；下面列出有这项做法的各单位，最早的在前。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); search(wish); }}>
      <Input aria-label="主题" placeholder="主题，例如：困难职工帮扶" maxLength={500} value={wish.topic} onChange={event => setWish({ ...wish, topic: event.target.value })} />
      <Select aria-label="写作单位的类型" value={wish.unitType} options={units} onChange={value => search({ ...wish, unitType: value })} />
      <Button type="primary" htmlType="submit">查找做法</Button>
      <PersonsSwitch />
    </form>
    <section aria-label="做法卡片"><Answered asked={asked} rows={10}>{({ notes, cards }) => <>
      {notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
      {cards.length > 0 ? cards.map(card => <PracticeCard key={card.rank} card={card} />) : <NothingFound title="没有找到这样的做法。"><p>换一个主题，或不填主题。</p></NothingFound>}
    </>}</Answered></section>
  </>;
}

function PracticeCard({ card }: { card: Card }) {
  const first = card.measure[0];
  const cited = first && citation(card.report, first.place, card.organisation, card.year);
  return <article className="card practice">
    <h2><Quote text={card.name} /> <span className="origin">{card.organisation && <><Quote text={card.organisation} /> </>}{card.year && `${card.year} 年`}</span></h2>
    <div className="practice-parts">
      <Part label="需求" texts={card.need} otherwise="报告没有写明为什么做。" />
      <Part label="做法" texts={card.measure} otherwise="" />
      <Part label="成效" texts={card.effect} otherwise="报告没有写明做成了什么。" />
    </div>
    {first && cited && <div className="hit-foot">
      <Insert paragraph={first.place.paragraph} report={first.place.report} citation={cited} />
      <CopyButton text={[...card.need, ...card.measure, ...card.effect].map(one => one.text).join("\n")} citation={cited} />
      <a href={reportLink(first.place.report, first.place.paragraph)}>看原文：<Quote text={card.report} /></a>
    </div>}
    <Units card={card} />
  </article>;
}

const Part = ({ label, texts, otherwise }: { label: string; texts: Cited[]; otherwise: string }) => <section className="practice-part">
  <h3>{label}</h3>
  {texts.length === 0 ? <p className="quiet">{otherwise}</p> : texts.map((one, i) => <p key={i} dir="auto"><Words text={one.text} /> <DamageTags flags={one.damage} />
    <a className="line" href={reportLink(one.place.report, one.place.paragraph)} title={one.place.source}>{one.place.line} 行</a></p>)}
</section>;

const sames: Record<string, string> = { copy: "文字相同", name: "名称相同，写法不同" };
const few = 3;

/** Who else has the practice, with the figures that each reports. */
function Units({ card: { units } }: { card: Card }) {
  const [all, setAll] = useState(false);
  if (units.length < 2) return null;
  return <div className="scrolled" tabIndex={0} role="region" aria-label="有这项做法的单位"><table>
    <thead><tr><th>有这项做法的单位</th><th className="number">年份</th><th>报告</th><th>写法</th><th>报告的数字</th></tr></thead>
    <tbody>{units.slice(0, all ? undefined : few).map(unit => <tr key={unit.place.paragraph}>
      <td>{unit.organisation ? <Quote text={unit.organisation} /> : <span className="quiet">单位不明</span>}{unit.first && <> <span className="tag">最早</span></>}</td>
      <td className="number">{unit.year}</td>
      <td><a href={reportLink(unit.place.report, unit.place.paragraph)}><Quote text={unit.report} /></a></td>
      <td className="quiet nowrap">{sames[unit.same] ?? unit.same}</td>
      <td><Quote text={unit.figures.join("、")} /> <DamageTags flags={unit.damage} /></td></tr>)}</tbody></table>
    {units.length > few && <TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "收起" : `其余 ${units.length - few} 处`}</TextButton>}
  </div>;
}

import type { View } from "../../api/client";
import { Joined } from "../../parts/tags";
import { levels, signs, unitTypes } from "../../names";
import { link } from "../../router";
import { Quote } from "../../text/words";

const parts: Record<string, string> = { "first-half": "上半年", "second-half": "下半年", quarter: "季度" };
/** Below this it is said that the beginning of the report may stand elsewhere. */
const doubtful = 0.8;

const sure = (confidence: number) => `把握 ${confidence.toFixed(2)}`;

/** What the report says of itself, as far as it does; what was concluded from its words is marked as such. */
export function Facts({ facts }: { facts: View<"FactsView"> }) {
  const { period, unitType, level, place, author, date, boundary, topics } = facts;
  const guessed = [
    unitType && <span title={sure(unitType.confidence)}>{unitTypes[unitType.value] ?? unitType.value}</span>,
    level && <span title={sure(level.confidence)}>{levels[level.value] ?? level.value}</span>,
    place && <span title={sure(place.confidence)}><Quote text={place.value} /></span>,
  ].filter(Boolean);
  return <>
    <p className="meta stated"><Joined parts={[
      period?.masked && <span className="tag damage" title={sure(period.confidence)}>年份被遮盖</span>,
      period?.filled && <span className="tag damage" title="同一文字的其他副本遮盖了年份">年份疑为误填</span>,
      period?.relative && <span title="由“今年”“去年”和落款日期推出">年份由日期推出</span>,
      period && parts[period.part],
      author && <span title={sure(author.confidence)}>署名 <Quote text={author.value} /></span>,
      date && <span title={sure(date.confidence)}>日期 {date.value}</span>,
      guessed.length > 0 && <span className="guess">推断：<Joined mark="、" parts={guessed} /></span>,
      boundary.confidence < doubtful && <span className="tag damage" title={`这一篇从这里开始：${boundary.signs.map(sign => signs[sign] ?? sign).join("、")}，${sure(boundary.confidence)}`}>起点存疑</span>,
    ]} /></p>
    {topics && topics.length > 0 && <p className="meta stated">主题词：<Joined mark="、" parts={topics.map(({ word, count, confidence }) =>
      <a href={link("search", { q: word })} title={`出现 ${count} 次，${sure(confidence)}；点击检索`}><Quote text={word} /></a>)} /></p>}
  </>;
}

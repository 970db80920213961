import { useState } from "react";
import type { View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Copies, CopyButton, TextButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { DamageTags, FunctionTag, Joined, Origin } from "../../parts/tags";
import { reportLink } from "../../router";
import { Marked, Quote, Words } from "../../text/words";
import { changed, find, type Wish } from "./wish";

export function Hit({ wish, hit }: { wish: Wish; hit: View<"HitView"> }) {
  const [whole, setWhole] = useState(false);
  const [why, setWhy] = useState(false);
  return <li className="hit">
    <div className="hit-head">
      <FunctionTag primary={hit.function} secondary={hit.secondary} undecided={hit.undecided} />
      <a className="title" href={reportLink(hit.reportId, hit.paragraph)}><Quote text={hit.report} /></a>
      <Origin {...hit} />
    </div>
    {hit.sections.length > 0 && <div className="path"><Joined mark=" › " parts={hit.sections.map(section => <Quote text={section} />)} /></div>}
    <p className="snippet" dir="auto">{whole ? <Marked text={hit.text} ranges={hit.highlights} /> : <Marked text={hit.snippet} ranges={hit.snippetHighlights} />}</p>
    <div className="hit-foot">
      <DamageTags flags={hit.damage} />
      {hit.near && <span className="tag" title="由语义检索找到">语义相近</span>}
      {hit.family && hit.copies > 1 && <Copies family={hit.family} paragraph={hit.paragraph} label={`${hit.copies} 处相同`} />}
      {hit.snippet !== hit.text && <TextButton onClick={() => setWhole(!whole)} expanded={whole}>{whole ? "只看摘要" : "显示全段"}</TextButton>}
      <CopyButton text={hit.text} citation={`${hit.report}，${hit.source} 第 ${hit.line} 行`} />
      <a href={changed(wish, { report: hit.reportId })}>只在这篇内检索</a>
      {wish.q && <TextButton onClick={() => setWhy(!why)} expanded={why}>为什么在这里</TextButton>}
      {hit.through.length > 0 && <span className="quiet">相关说法：<Words text={hit.through.slice(0, 6).join("、")} /></span>}
      {why && <Reasons wish={wish} hit={hit} />}
    </div>
  </li>;
}

/** How the score came about, asked for when somebody wants to know. */
function Reasons({ wish, hit }: { wish: Wish; hit: View<"HitView"> }) {
  const asked = useAnswer(hit.paragraph, signal => find(wish, signal, true));
  return <div className="reasons"><Answered asked={asked} rows={3}>{found => {
    const reasons = found.hits.find(one => one.paragraph === hit.paragraph)?.reasons ?? [];
    return reasons.length > 0 ? <ul>{reasons.map(reason => <li key={reason}><Words text={reason} /></li>)}</ul> : <p className="quiet">按筛选条件列出，没有计分。</p>;
  }}</Answered></div>;
}

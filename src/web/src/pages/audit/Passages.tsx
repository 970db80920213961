import { useState } from "react";
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { reportLink } from "../../router";
import { short } from "../../text/format";
import { Quote } from "../../text/words";

/** The passages that stand in most reports, with all their places behind a click. */
export const Passages = ({ passages }: { passages: View<"PassageView">[] }) => passages.length === 0
  ? <p className="quiet">没有发现相同的片段。</p>
  : <ol className="families">{passages.map(passage => <Passage key={`${passage.place.paragraph}:${passage.start}`} passage={passage} />)}</ol>;

function Passage({ passage }: { passage: View<"PassageView"> }) {
  const [open, setOpen] = useState(false);
  const places = [passage.place, ...passage.others];
  return <li>
    <span className="copies-count">{passage.reports} 篇</span>
    <div><p><Quote text={short(passage.text, 110)} /></p>
      <span className="quiet">{passage.letters} 字，{passage.units} 个单位{passage.firstYear && `，${passage.firstYear}–${passage.lastYear} 年`} </span>
      <TextButton onClick={() => setOpen(!open)} expanded={open}>{places.length} 处出处</TextButton>
      {open && <div className="copies">{places.map(place => <div key={place.paragraph} className="copy-row"><a href={reportLink(place.report, place.paragraph)}><Quote text={place.source} className="file" />：{place.line} 行</a></div>)}</div>}
    </div>
  </li>;
}

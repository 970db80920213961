// Where else a paragraph stands, in whole, and what differs there.
import { useState } from "react";
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Origin } from "../../parts/tags";
import { reuseClasses, reuseKinds } from "../../names";
import { link, reportLink } from "../../router";
import { differences } from "../../text/differences";
import { groupBy } from "../../text/format";
import { passage } from "../../text/passage";
import { Layered, Quote } from "../../text/words";

type Evidence = View<"EvidenceView">;

const few = 3;

/** @param texts The paragraphs of other reports by their ids. */
export function Elsewhere({ evidence, own, texts, close }: { evidence: Evidence[]; own: View<"BlockView">; texts: ReadonlyMap<string, string>; close: () => void }) {
  const [all, setAll] = useState(false);
  const others = groupBy(evidence, item => item.otherPlace.paragraph);
  return <div className="elsewhere" role="region" aria-label="另见">
    {others.slice(0, all ? undefined : few).map(([id, pair]) => <Other key={id} pair={pair} own={own} text={texts.get(id)} />)}
    <p>{others.length > few && <><TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "只看前几处" : `其余 ${others.length - few} 处`}</TextButton>　</>}<TextButton onClick={close}>收起</TextButton></p>
  </div>;
}

function Other({ pair, own, text }: { pair: Evidence[]; own: View<"BlockView">; text: string | undefined }) {
  const { class: source, kind, otherReportTitle, otherPlace, otherYear, otherOrganisation, direction } = pair[0]!;
  return <div className="other">
    <div className="hit-head">
      <span className={`tag class-${source}`}>{reuseClasses[source] ?? source}</span>
      <span className="quiet">{reuseKinds[kind] ?? kind}</span>
      <a href={reportLink(otherPlace.report, otherPlace.paragraph)}><Quote text={otherReportTitle} /></a>
      <Origin {...otherPlace} year={otherYear} organisation={otherOrganisation} />
    </div>
    <p dir="auto">{text === undefined ? <Quote text={pair.map(item => item.otherText).join("……")} />
      : <Layered text={text} marks={pair.flatMap(item => passage(item.otherAt, item.otherText, source, differences(item.text, item.otherText)?.b ?? [], "added"))} />}</p>
    <p className="quiet"><span title={direction.reasons.join("；")}>{direction.label}</span>　下划线是相同的文字，底色是改动　<a href={link(`compare/${own.report}/${otherPlace.report}`, { at: own.id })}>两篇对照</a></p>
  </div>;
}

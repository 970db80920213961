// One finding: what stands out, where it shows, and what an auditor said of it.
import type { View } from "../../api/client";
import { verdicts } from "../../names";
import { auditLink, reportLink } from "../../router";
import { differences, type Range } from "../../text/differences";
import { when } from "../../text/format";
import { Marked, Quote } from "../../text/words";

export type Judged = View<"JudgedFindingView">;

/** Shorter words beside each other say no more than the detail does; the same words say nothing. */
const telling = 15;

/** @param named Whether the row says of what kind it is. */
export function FindingRow({ item: { id, report, finding, verdict }, picked, pick, named = false }: { item: Judged; picked: boolean; pick: () => void; named?: boolean }) {
  const { place, others, evidence } = finding;
  return <li>
    <input type="checkbox" checked={picked} disabled={id === ""} onChange={pick} aria-label={`${finding.label}，${place.line} 行`} />
    {named && <span className="tag finding">{finding.label}</span>}
    {place.paragraph !== "" && <a className="line" href={reportLink(report.id, place.paragraph)}>{place.line} 行</a>}
    {finding.detail && <strong><Quote text={finding.detail} /></strong>}
    {finding.words && finding.words !== finding.detail && <q dir="auto"><Quote text={finding.words} /></q>}
    {others.length > 0 && <span className="quiet">对照：{others.slice(0, 3).map((other, i) => <span key={i}>{i > 0 && "、"}
      <a href={reportLink(other.report, other.paragraph)}><Quote text={other.source} className="file" />：{other.line} 行</a></span>)}
      {others.length > 3 && ` 等 ${others.length} 处`}{place.paragraph !== "" && <> · <a href={auditLink(report.id, { at: place.paragraph })}>看证据</a></>}</span>}
    {evidence.filter(({ words, otherWords }) => words !== otherWords && (finding.detail === "" || Math.max(words.length, otherWords.length) > telling)).slice(0, 2)
      .map((one, i) => <Beside key={i} own={one.words} other={one.otherWords} />)}
    {verdict && <Said verdict={verdict} />}
  </li>;
}

/** The words of the report over those of the other, with what differs. */
function Beside({ own, other }: { own: string; other: string }) {
  const changed = differences(own, other);
  const side = (words: string, ranges: Range[] = []) => words === "" ? <span>（无）</span> : <bdi dir="auto"><Marked text={words} ranges={ranges} className="differs" /></bdi>;
  return <span className="quiet beside"><span>本文</span>{side(own, changed?.a)}<span>对方</span>{side(other, changed?.b)}</span>;
}

function Said({ verdict: { verdict, reason, who, notedAt } }: { verdict: View<"FindingVerdictView"> }) {
  return <span className="said"><span className={`tag verdict-${verdict}`}>{verdicts[verdict] ?? verdict}</span>{reason && <Quote text={reason} />}
    <span className="quiet">{who && <><Quote text={who} />，</>}{when(notedAt)}</span></span>;
}

// Two reports side by side: what they share is aligned, and both scroll together.
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { get, type Answer, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Empty, Refused, Waiting } from "../../parts/states";
import { FunctionTag } from "../../parts/tags";
import { reuseClasses } from "../../names";
import { reportLink } from "../../router";
import { differences } from "../../text/differences";
import { passage } from "../../text/passage";
import { Layered, Quote, type Mark } from "../../text/words";
import "../../styles/report.css";
import "../../styles/audit.css";

type Detail = Answer<"/api/v1/reports/{id}">;
type Item = View<"EvidenceView">;

export default function ComparePage({ route }: PageProps) {
  const [a = "", b = ""] = route.rest;
  const asked = useAnswer(`${a}/${b}`, signal => Promise.all([
    get("/api/v1/reports/{id}", { path: { id: a } }, signal), get("/api/v1/reports/{id}", { path: { id: b } }, signal), evidenceOf(a, b, signal),
  ]));
  if (asked.error) return <div className="column"><Refused error={asked.error} again={asked.again} /></div>;
  if (!asked.value) return <div className="sheet"><Waiting rows={12} /></div>;
  const [left, right, evidence] = asked.value;
  return <Compare left={left} right={right} evidence={evidence} target={route.query.get("at")} />;
}

/** What the two share; where the first came before the second, only the second's audit says so, and it is read the other way round. */
async function evidenceOf(a: string, b: string, signal: AbortSignal): Promise<Item[]> {
  const of = async (own: string, other: string) => (await get("/api/v1/audit/{id}", { path: { id: own } }, signal)).items[0]!.evidence.filter(item => item.otherPlace.report === other);
  const direct = await of(a, b);
  if (direct.length > 0) return direct;
  return (await of(b, a)).map(item => ({
    ...item, place: item.otherPlace, otherPlace: item.place, at: item.otherAt, otherAt: item.at, text: item.otherText, otherText: item.text,
    start: item.otherStart, end: item.otherEnd, otherStart: item.start, otherEnd: item.end,
  }));
}

function Compare({ left, right, evidence, target }: { left: Detail; right: Detail; evidence: Item[]; target: string | null }) {
  const columns = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)] as const;
  const [at, setAt] = useState(-1);
  const [onlyShared, setOnlyShared] = useState(false);
  const pairs = useMemo(() => [...evidence].sort((x, y) => x.start - y.start), [evidence]);
  const jump = useSync(columns, pairs);
  useEffect(() => {
    const wanted = pairs.findIndex(item => item.place.paragraph === target);
    if (wanted >= 0) { setAt(wanted); jump(wanted); }
  }, [pairs, target, jump]);

  function pick(number: number) {
    setAt(number);
    jump(number);
  }

  return <div className="sheet compare">
    <h1>两篇对照</h1>
    {pairs.length === 0 ? <Empty title="这两篇没有相同的文字。" /> : <div className="compare-tools">
      <span role="status">{pairs.length} 处相同{at >= 0 && `，现在是第 ${at + 1} 处`}</span>
      <button type="button" className="textual" disabled={at <= 0} onClick={() => pick(at - 1)}>‹ 上一处</button>
      <button type="button" className="textual" disabled={at >= pairs.length - 1} onClick={() => pick(at + 1)}>下一处 ›</button>
      <label><input type="checkbox" checked={onlyShared} onChange={event => setOnlyShared(event.target.checked)} /> 只看有相同文字的段落</label>
      <span className="quiet">两边一起滚动；点一处相同的文字，另一边会对齐。底色标出改动的字。</span>
    </div>}
    <div className="two-texts">
      <Side place={columns[0]} detail={left} pairs={pairs} own onlyShared={onlyShared} at={at} pick={pick} />
      <Side place={columns[1]} detail={right} pairs={pairs} own={false} onlyShared={onlyShared} at={at} pick={pick} />
    </div>
  </div>;
}

function Side({ place, detail, pairs, own, onlyShared, at, pick }: {
  place: RefObject<HTMLDivElement | null>; detail: Detail; pairs: Item[]; own: boolean; onlyShared: boolean; at: number; pick: (number: number) => void;
}) {
  const marks = useMemo(() => marksOf(pairs, own), [pairs, own]);
  const { report, blocks } = detail;
  const side = own ? "左边" : "右边";
  return <section className="text-side" aria-label={`${side}：${report.title}`}>
    <header><a className="title" href={reportLink(report.id)}><Quote text={report.title} /></a>
      <span className="origin">{report.organisation && <><Quote text={report.organisation} /> </>}{report.year && `${report.year} 年`}</span></header>
    <div className="scroll" ref={place} tabIndex={0} role="region" aria-label={`${side}的正文`}>
      {blocks.filter(block => block.kind !== "noise" && (!onlyShared || marks.has(block.id))).map(block => block.kind === "paragraph"
        ? <div key={block.id} className={`cblock f-${block.function} edge`}>
          <FunctionTag primary={block.function} /> <span className="line">{block.line} 行</span>
          <p dir="auto"><Layered text={block.text} marks={(marks.get(block.id) ?? []).map(mark => mark.key === String(at) ? { ...mark, className: `${mark.className} now` } : mark)}
            onPick={over => { const key = over.find(mark => mark.key !== undefined)?.key; if (key !== undefined) pick(Number(key)); }} /></p>
        </div>
        : <p key={block.id} className={`cheading ${block.kind}`} dir="auto"><Quote text={block.text} /></p>)}
    </div>
  </section>;
}

/** The marks of each paragraph of one side; a shared passage carries its number. */
function marksOf(pairs: Item[], own: boolean): Map<string, Mark[]> {
  const result = new Map<string, Mark[]>();
  pairs.forEach((item, number) => {
    const changed = differences(item.text, item.otherText);
    const [whole, ...letters] = own ? passage(item.at, item.text, item.class, changed?.a ?? [], "dropped") : passage(item.otherAt, item.otherText, item.class, changed?.b ?? [], "added");
    const id = (own ? item.place : item.otherPlace).paragraph;
    const key = String(number);
    result.set(id, [...result.get(id) ?? [], { ...whole!, key, className: `${whole!.className} pickable s${number}`, title: `第 ${number + 1} 处：${reuseClasses[item.class] ?? item.class}` }, ...letters]);
  });
  return result;
}

/** Where the middle of one side is between two shared passages, the other side is put between the same two. */
function useSync(columns: readonly [RefObject<HTMLDivElement | null>, RefObject<HTMLDivElement | null>], pairs: Item[]) {
  const [first, second] = columns;
  const busy = useRef<HTMLElement>(null);
  useEffect(() => {
    const sides = [first.current!, second.current!] as const;
    const anchors = () => pairs.flatMap((_, number) => {
      const tops = sides.map(side => topOf(side, number));
      return tops[0] === null || tops[1] === null ? [] : [[tops[0]!, tops[1]!] as const];
    });
    const listeners = sides.map((side, i) => {
      const other = sides[1 - i]!;
      const follow = () => {
        // The side that is moved by the other reports its scrolling too: that must not come back.
        if (busy.current === side) { busy.current = null; return; }
        const wanted = partner(anchors().map(pair => i === 0 ? pair : [pair[1], pair[0]] as const), side.scrollTop + side.clientHeight / 2, side.scrollHeight, other.scrollHeight);
        const top = Math.max(0, Math.min(other.scrollHeight - other.clientHeight, wanted - other.clientHeight / 2));
        if (Math.abs(other.scrollTop - top) < 1) return;
        busy.current = other;
        other.scrollTop = top;
      };
      side.addEventListener("scroll", follow, { passive: true });
      return () => side.removeEventListener("scroll", follow);
    });
    return () => listeners.forEach(stop => stop());
  }, [first, second, pairs]);
  return useMemo(() => (number: number) => {
    for (const side of [first.current, second.current]) {
      const top = side && topOf(side, number);
      if (side && top !== null) { busy.current = side; side.scrollTop = top - side.clientHeight / 3; }
    }
    busy.current = null;
  }, [first, second]);
}

function topOf(side: HTMLElement, number: number): number | null {
  const span = side.querySelector<HTMLElement>(`.s${number}`);
  return span ? span.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop : null;
}

/** The place of the other side that belongs to a place of this one: between anchors in proportion. */
export function partner(anchors: readonly (readonly [number, number])[], at: number, height: number, otherHeight: number): number {
  const sorted = [[0, 0] as const, ...[...anchors].sort((x, y) => x[0] - y[0]), [height, otherHeight] as const];
  const next = Math.max(1, sorted.findIndex(([top]) => top >= at));
  const [x0, y0] = sorted[next - 1]!, [x1, y1] = sorted[next]!;
  return x1 === x0 ? y1 : y0 + (y1 - y0) * (at - x0) / (x1 - x0);
}

// What the archive says of a draft: how much is of which kind, what to do first, and each paragraph with its passages.
import { useState } from "react";
import type { Answer, View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Empty } from "../../parts/states";
import { Changes, FunctionTag, Origin } from "../../parts/tags";
import { reuseKinds } from "../../names";
import { reportLink } from "../../router";
import { count, percent } from "../../text/format";
import { Layered, Quote, Words, type Mark } from "../../text/words";

export type Checked = Answer<"/api/v1/drafts/check", "post">;

/** The colour of a kind is that of the class it is nearest to. */
const classOf: Record<string, string> = { formula: "superior", own: "own", other: "other", template: "template", quotable: "quotable", fresh: "fresh" };
const className = (kind: string) => `class-${classOf[kind] ?? "unknown"}`;

const firstTodos = 6;

/** Shows a place of the draft in the editor. */
export type Show = (start: number, end: number) => void;

export function Result({ view, text, show }: { view: Checked; text: string; show: Show }) {
  const [all, setAll] = useState(false);
  if (view.paragraphs.length === 0) return <Empty title="草稿里没有找到成段的文字。" />;
  const { summary } = view;
  const told = view.paragraphs.filter(one => one.passages.length > 0 || one.flags.length > 0);
  return <>
    <p className="verdict"><Words text={summary.sentence} /></p>
    {summary.notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
    <Kinds kinds={summary.kinds} />
    <Todos todos={summary.todo} show={show} />
    <p className="tools">{told.length === 0 ? "各段都没有与档案库相同的文字。" : `${told.length} 个段落有相同的文字或要看一眼的地方。`}{" "}
      {told.length < view.paragraphs.length && <TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "只看这些" : `全部 ${view.paragraphs.length} 个段落`}</TextButton>}</p>
    {(all ? view.paragraphs : told).map(one => <Paragraph key={one.start} one={one} text={text} show={show} />)}
  </>;
}

/** How much of the draft is of each kind. */
function Kinds({ kinds }: { kinds: View<"DraftKindView">[] }) {
  const shown = kinds.filter(kind => kind.characters > 0);
  return <div className="kinds">
    <div className="kind-bar" aria-hidden="true">{shown.map(kind => <span key={kind.kind} className={className(kind.kind)} style={{ flexGrow: kind.characters }} />)}</div>
    <ul>{shown.map(kind => <li key={kind.kind}><span className={`swatch ${className(kind.kind)}`} />{kind.label} <b>{percent(kind.share)}</b> <span className="quiet">{count(kind.characters)} 字</span></li>)}</ul>
  </div>;
}

function Todos({ todos, show }: { todos: View<"DraftTodoView">[]; show: Show }) {
  const [all, setAll] = useState(false);
  if (todos.length === 0) return null;
  return <div className="card"><h2>要做的（{todos.length}）</h2>
    <ol className="todos">{todos.slice(0, all ? undefined : firstTodos).map((todo, i) => <li key={i}><span className="tag finding">{todo.label}</span>
      <TextButton onClick={() => show(todo.start, todo.end)} label={`在草稿里看第 ${todo.line} 行`}>{todo.line} 行</TextButton><span><Words text={todo.text} /></span></li>)}</ol>
    {todos.length > firstTodos && <TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "收起" : `其余 ${todos.length - firstTodos} 件`}</TextButton>}
  </div>;
}

function Paragraph({ one, text, show }: { one: View<"DraftParagraphView">; text: string; show: Show }) {
  const marks: Mark[] = [
    ...one.passages.map(passage => ({ start: passage.start - one.start, end: passage.end - one.start, className: `reused ${className(passage.kind)}`, title: `${passage.label}：${passage.advice}` })),
    ...one.flags.map(flag => ({ start: flag.start - one.start, end: flag.end - one.start, className: "flagged", title: `${flag.label}：${flag.advice}` })),
  ];
  return <div className={`draft-paragraph${one.passages.length > 0 ? " hot" : ""}`}>
    <div className="paragraph-head"><TextButton onClick={() => show(one.start, one.end)} label={`在草稿里看第 ${one.line} 行`}>{one.line} 行</TextButton>
      <FunctionTag primary={one.function} />{one.passages.length > 0 && <span className="share">{percent(one.share)} 相同</span>}</div>
    <p dir="auto"><Layered text={text.slice(one.start, one.end)} marks={marks} /></p>
    {one.flags.length > 0 && <ul className="matches">{one.flags.map((flag, i) => <li key={i}><span className="tag finding">{flag.label}</span> {flag.detail && <strong><Quote text={flag.detail} /></strong>} <span className="quiet"><Words text={flag.advice} /></span></li>)}</ul>}
    {one.passages.length > 0 && <ul className="matches">{one.passages.map(passage => <Passage key={passage.start} passage={passage} />)}</ul>}
  </div>;
}

const Passage = ({ passage }: { passage: View<"DraftPassageView"> }) => <li>
  <span className={`tag ${className(passage.kind)}`}>{passage.label}</span>{" "}
  {passage.source && <><span className="quiet">{reuseKinds[passage.source.match] ?? passage.source.match}</span>{" "}
    <a href={reportLink(passage.source.place.report, passage.source.place.paragraph)}><Quote text={passage.source.reportTitle} /></a>{" "}
    <Origin {...passage.source.place} year={passage.source.year} organisation={passage.source.organisation} />{" "}</>}
  {passage.copies > 0 && <span className="quiet">另有 {passage.copies} 处 </span>}
  <Changes list={passage.changes} />
  <div className="advice"><Words text={passage.advice} /></div>
</li>;

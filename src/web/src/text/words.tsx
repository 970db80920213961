// Somebody else's words. They only ever become text, so markup in them stays text; each stands in an element of its own, so that its
// direction cannot spill over; a character that is not seen becomes a small mark that names it.
import { Fragment, type ReactNode } from "react";
import { merged } from "./differences";

// Controls, zero-width characters, direction marks.
const hidden = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb])/;

export function Words({ text }: { text: string }): ReactNode {
  if (!hidden.test(text)) return text;
  return text.split(hidden).map((part, i) => i % 2 === 0 ? part : <Unseen key={i} code={part.charCodeAt(0)} />);
}

function Unseen({ code }: { code: number }) {
  const name = `不可见字符 U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return <span className="unseen" role="img" aria-label={name} title={name}>◌</span>;
}

export function Quote({ text, className }: { text: string; className?: string }) {
  return <bdi dir="auto" className={className}><Words text={text} /></bdi>;
}

export interface Mark {
  start: number;
  end: number;
  className?: string;
  title?: string;
  key?: string;
}

/** Text with marked ranges, which may touch or overlap; inside they are one. */
export function Marked({ text, ranges, as: Tag = "mark", className }: {
  text: string; ranges: readonly (readonly number[])[]; as?: "mark" | "ins" | "del" | "span"; className?: string;
}): ReactNode {
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of merged(ranges)) {
    nodes.push(<Words key={at} text={text.slice(at, start)} />, <Tag key={`m${start}`} className={className}><Words text={text.slice(start, end)} /></Tag>);
    at = end;
  }
  return [...nodes, <Words key="rest" text={text.slice(at)} />];
}

/** Text cut at every border of several layers of marks; each piece has the classes of all marks over it. */
export function Layered({ text, marks, onPick }: { text: string; marks: readonly Mark[]; onPick?: (over: Mark[]) => void }): ReactNode {
  const borders = [...new Set([0, text.length, ...marks.flatMap(mark => [mark.start, mark.end])])]
    .filter(at => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, i) => {
    const end = borders[i + 1]!;
    const over = marks.filter(mark => mark.start <= start && mark.end >= end);
    const words = <Words text={text.slice(start, end)} />;
    if (over.length === 0) return <Fragment key={start}>{words}</Fragment>;
    const className = [...new Set(over.map(mark => mark.className))].filter(Boolean).join(" ");
    const title = over.map(mark => mark.title).find(Boolean);
    return <span key={start} className={className} title={title} onClick={onPick && (() => onPick(over))}>{words}</span>;
  });
}

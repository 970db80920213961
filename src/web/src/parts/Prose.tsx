// Our own texts in a little Markdown: headings, paragraphs, lists, tables.
import type { ReactNode } from "react";

/** @param level The rank of the first heading. */
export function Prose({ text, level }: { text: string; level: 2 | 3 }): ReactNode {
  const blocks = text.trim().split(/\n{2,}/);
  return <div className="prose">{blocks.map((block, i) => <Block key={i} lines={block.split("\n")} level={level} />)}</div>;
}

function Block({ lines, level }: { lines: string[]; level: number }) {
  const [first = ""] = lines;
  const mark = /^(#+) (.*)/.exec(first);
  if (mark) return <Heading level={level + mark[1]!.length - 1}>{mark[2]}</Heading>;
  if (first.startsWith("- ")) return <ul>{lines.map((line, i) => <li key={i}>{line.slice(2)}</li>)}</ul>;
  if (first.startsWith("|")) return <Table rows={lines.map(line => line.split("|").slice(1, -1).map(cell => cell.trim()))} />;
  return <p>{lines.join("")}</p>;
}

function Heading({ level, children }: { level: number; children: ReactNode }) {
  const Tag = `h${level}` as "h2" | "h3" | "h4";
  return <Tag>{children}</Tag>;
}

const number = /^[\d,.]+%?$/;

function Table({ rows: [head = [], , ...rows] }: { rows: string[][] }) {
  const classOf = (column: number) => rows.every(row => number.test(row[column] ?? "")) ? "number" : undefined;
  return <table><thead><tr>{head.map((cell, i) => <th key={i} className={classOf(i)}>{cell}</th>)}</tr></thead>
    <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j} className={classOf(j)}>{cell}</td>)}</tr>)}</tbody></table>;
}

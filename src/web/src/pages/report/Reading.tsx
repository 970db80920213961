import { Checkbox } from "antd";
import { useEffect, useMemo, useState } from "react";
import { get, type View } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import { reuseClasses } from "../../names";
import { Aside } from "../../parts/Aside";
import { reportLink } from "../../router";
import { groupBy } from "../../text/format";
import { Quote } from "../../text/words";
import { Block, type Show } from "./Block";
import type { Detail } from "./ReportPage";

/** A heading stands on a line of its own, or a paragraph begins with it. */
const headingOf = ({ text, anatomy: { runIn } }: View<"BlockView">) => runIn ? text.slice(runIn.start, runIn.end) : text;

const shown: [name: keyof Show, label: string, meaning: string][] = [
  ["reuse", "复用", "在其他报告里也有的文字加下划线；点一下看它还在哪里"],
  ["clauses", "数量与成效", "标出数量和说明成效的分句"],
  ["repaired", "修复后的文字", "不勾选时是原文的字符，一个不改"],
];

export function Reading({ detail: { report, blocks }, target, reread }: { detail: Detail; target: string | null; reread: () => void }) {
  const [show, setShow] = useState<Show>({ reuse: true, clauses: false, repaired: false });
  const audit = useAnswer(useMay("audit") ? report.id : null, signal => get("/api/v1/audit/{id}", { path: { id: report.id } }, signal)).value?.items[0];
  const evidence = useMemo(() => new Map(groupBy(audit?.evidence ?? [], item => item.place.paragraph)), [audit]);
  const texts = useMemo(() => new Map((audit?.others ?? []).map(other => [other.place.paragraph, other.text])), [audit]);
  useReveal(target);
  return <div className="two">
    <Outline report={report} blocks={blocks} />
    <div>
      <div className="reading-tools">
        <span className="quiet">标出</span>
        {shown.map(([name, label, meaning]) => <Checkbox key={name} checked={show[name]} title={meaning} onChange={event => setShow({ ...show, [name]: event.target.checked })}>{label}</Checkbox>)}
        {show.reuse && evidence.size > 0 && <Legend evidence={audit!.evidence} />}
        {show.reuse && evidence.size > 0 && <span className="quiet hint">带下划线的文字别处也有，点它看在哪里、改了什么</span>}
      </div>
      <article className="text" aria-label="正文">
        {blocks.map(block => <Block key={block.id} report={report} block={block} isTarget={block.id === target} show={show} evidence={evidence.get(block.id)} texts={texts} reread={reread} />)}
      </article>
    </div>
  </div>;
}

function Outline({ report, blocks }: { report: View<"ReportView">; blocks: View<"BlockView">[] }) {
  const headings = blocks.filter(block => block.kind === "heading" || block.anatomy.runIn);
  return <Aside className="outline" name="提纲" label={`提纲（${headings.length}）`}>
    <p className="of"><Quote text={report.title} /></p>
    <h2>提纲</h2>
    {headings.length > 0
      ? <ul>{headings.map(block => <li key={block.id} className={`level-${Math.min(block.sections.length + (block.kind === "heading" ? 1 : 0), 4)}`}>
        <a href={reportLink(report.id, block.id)}><Quote text={headingOf(block)} /></a></li>)}</ul>
      : <p className="quiet">这篇报告没有小标题。</p>}
  </Aside>;
}

function Legend({ evidence }: { evidence: View<"EvidenceView">[] }) {
  const classes = [...new Set(evidence.map(item => item.class))];
  return <span className="legend">{classes.map(name => <span key={name} className={`reused class-${name}`}>{reuseClasses[name] ?? name}</span>)}</span>;
}

/** The paragraph that the address names comes into view. */
function useReveal(target: string | null) {
  useEffect(() => {
    const block = target && document.getElementById(target);
    if (block) requestAnimationFrame(() => block.scrollIntoView({ block: "center" }));
  }, [target]);
}

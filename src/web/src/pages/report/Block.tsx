import { memo, useState } from "react";
import type { View } from "../../api/client";
import { useMay } from "../../api/session";
import { Copies, CopyButton, TextButton } from "../../parts/actions";
import { DamageTags, FunctionTag } from "../../parts/tags";
import { repairs as repairNames, reuseClasses, senses } from "../../names";
import { reportLink } from "../../router";
import { groupBy, lines } from "../../text/format";
import { Layered, Quote, type Mark } from "../../text/words";
import { Correction } from "./Correction";
import { Elsewhere } from "./Elsewhere";
import { TemplateView } from "./TemplateView";

type Block = View<"BlockView">;
type Evidence = View<"EvidenceView">;

export interface Show {
  reuse: boolean;
  clauses: boolean;
  repaired: boolean;
}

interface Props {
  report: View<"ReportView">;
  block: Block;
  isTarget: boolean;
  show: Show;
  evidence: Evidence[] | undefined;
  /** The paragraphs of other reports that the evidence speaks of. */
  texts: ReadonlyMap<string, string>;
  reread: () => void;
}

export const Block = memo(function Block(props: Props) {
  const { report, block, isTarget } = props;
  const anchor = <a className="line" href={reportLink(report.id, block.id)} title="原文行号；点击得到这一段的链接">{lines(block)}</a>;
  const attributes = { id: block.id, className: `block ${block.kind}${isTarget ? " target" : ""}` };
  switch (block.kind) {
    case "title": return <div {...attributes}>{anchor}<h2><Quote text={block.text} /></h2></div>;
    case "heading": return <div {...attributes}>{anchor}{block.level <= 1 ? <h3><Quote text={block.text} /></h3> : <h4><Quote text={block.text} /></h4>}</div>;
    case "noise": return <div {...attributes}>{anchor}<p dir="auto"><span className="tag" title="不参与检索和查重">非正文</span> <Quote text={block.text} /></p></div>;
    default: return <div {...attributes} className={`${attributes.className} edge f-${block.function}`}>{anchor}<Paragraph {...props} /></div>;
  }
});

function Paragraph({ report, block, show, evidence = [], texts, reread }: Props) {
  const [picked, setPicked] = useState<Evidence[]>();
  const [slots, setSlots] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const mayEdit = useMay("edit");
  const places = new Set(evidence.map(item => item.otherPlace.paragraph)).size;
  const whole = block.family !== null && block.copies > 1;
  return <>
    <div className="paragraph-head">
      <span title={block.because?.join("；")}><FunctionTag primary={block.function} secondary={block.secondary} undecided={block.undecided} corrected={block.corrected} /></span>
      <DamageTags flags={block.damage} />
      <RepairTag block={block} />
    </div>
    <p dir="auto">{show.repaired && block.anatomy.repairs.length > 0
      ? <Quote text={repaired(block)} />
      : <Layered text={block.text} marks={marksOf(block, show, evidence)} onPick={over => {
        const others = new Set(over.flatMap(mark => mark.key === undefined ? [] : [evidence[Number(mark.key)]!.otherPlace.paragraph]));
        if (others.size > 0) setPicked(evidence.filter(item => others.has(item.otherPlace.paragraph)));
      }} />}</p>
    <div className="paragraph-foot">
      {whole && <Copies family={block.family!} paragraph={block.id} label={`另见 ${block.copies - 1} 处`} />}
      {places > 0 && <TextButton onClick={() => setPicked(picked ? undefined : evidence)} expanded={picked !== undefined}>{whole ? "对照改动" : `部分文字另见 ${places} 处`}</TextButton>}
      <CopyButton text={block.text} citation={`${report.title}，${block.source} 第 ${lines(block)} 行`} />
      <CopyButton text={new URL(reportLink(report.id, block.id), location.href).href}>复制链接</CopyButton>
      <TextButton onClick={() => setSlots(!slots)} expanded={slots}>模板</TextButton>
      {mayEdit && <TextButton onClick={() => setCorrecting(!correcting)} expanded={correcting}>更正功能</TextButton>}
      {correcting && <Correction block={block} done={() => { setCorrecting(false); reread(); }} />}
    </div>
    {slots && <TemplateView paragraph={block.id} />}
    {picked && <Elsewhere evidence={picked} own={block} texts={texts} close={() => setPicked(undefined)} />}
  </>;
}

function marksOf(block: Block, show: Show, evidence: Evidence[]): Mark[] {
  const { runIn } = block.anatomy;
  return [
    ...runIn ? [{ start: runIn.start, end: runIn.end, className: "run-in" }] : [],
    ...show.reuse ? evidence.map((item, i) => ({
      start: item.at, end: item.at + item.text.length, className: `reused pickable class-${item.class}`, key: String(i),
      title: `${reuseClasses[item.class] ?? item.class}：${item.otherReportTitle}`,
    })) : [],
    ...show.clauses ? (block.clauses ?? []).map(clause => ({ start: clause.start, end: clause.end, className: `clause ${clause.sense}`, title: senses[clause.sense] ?? clause.sense })) : [],
  ];
}

function RepairTag({ block: { anatomy: { repairs } } }: { block: Block }) {
  if (repairs.length === 0) return null;
  const counts = groupBy(repairs, repair => repair.kind).map(([kind, list]) => `${repairNames[kind] ?? kind} ${list.length} 处`);
  return <span className="quiet" title={counts.join("，")}>原文有 {repairs.length} 处可修复</span>;
}

/** The text as a person would have written it. */
function repaired({ text, anatomy: { repairs } }: Block): string {
  let result = "", at = 0;
  for (const repair of [...repairs].sort((a, b) => a.start - b.start)) {
    if (repair.start < at) continue;
    result += text.slice(at, repair.start) + repair.text;
    at = repair.end;
  }
  return result + text.slice(at);
}

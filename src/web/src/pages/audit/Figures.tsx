import type { View } from "../../api/client";
import { auditLink, link, reportLink } from "../../router";
import { count, groupBy, percent } from "../../text/format";
import { Marked, Quote } from "../../text/words";

type Audit = View<"AuditView">;

const meanings: Record<string, string> = {
  total: "在其他报告里也有的文字，已知更晚的报告不计",
  "without-stock": "总复用率中去掉各单位通用的套话",
  "without-lawful": "再去掉上级文件和准予引用",
  stock: "许多单位都用的固定表述",
  "own-organisation": "本单位其他年份报告里的文字",
  "other-organisation": "其他单位报告里的文字",
  "unknown-organisation": "来源报告或本报告的单位不明",
  "largest-single": "单独一篇报告能解释的最大份额",
  "only-numbers-changed": "与来源只差年份、日期和数字的段落",
  longest: "最长的一处连续复用，占全文的比例",
  "copied-later": "被更晚的报告用去的文字",
  originality: "在其他报告里没有的文字",
};

const leading = ["total", "originality", "without-stock", "own-organisation", "other-organisation", "largest-single"];

/** The figures as tiles; one that is chosen shows below what it counts. The choice is in the address. */
export function Figures({ audit, chosen }: { audit: Audit; chosen: string | null }) {
  const figures = [...audit.figureSpans].sort((a, b) => rank(a.name) - rank(b.name)).filter(figure => figure.letters > 0 || leading.includes(figure.name));
  const shown = audit.figureSpans.find(figure => figure.name === chosen);
  const before = audit.figuresBefore;
  return <section aria-label="数字">
    <ul className="tiles">{figures.map(figure => <li key={figure.name} className={`tile ${figure.name}${figure.name === chosen ? " on" : ""}`}>
      <a href={auditLink(audit.report.id, figure.name === chosen ? {} : { figure: figure.name })} aria-current={figure.name === chosen ? "true" : undefined} title="点击看它数的是哪些文字">
        <span className="tile-label">{figure.label}</span><span className="tile-value">{percent(figure.share)}</span><span className="tile-note">{meanings[figure.name] ?? `${count(figure.letters)} 字`}</span></a></li>)}</ul>
    {before && <p className="note">已人工排除一部分匹配；排除之前总复用率 {percent(before.total)}，原创度 {percent(before.originality)}。</p>}
    <p className="remarks">全文 {count(audit.figures.letters)} 字（不计数字、标点和遮盖）{audit.figures.longestLetters > 0 && `；最长连续复用 ${count(audit.figures.longestLetters)} 字`}。</p>
    {shown && <Counted audit={audit} figure={shown} />}
  </section>;
}

const rank = (name: string) => { const at = leading.indexOf(name); return at < 0 ? leading.length : at; };

function Counted({ audit, figure }: { audit: Audit; figure: View<"FigureView"> }) {
  const texts = new Map(audit.paragraphs.map(paragraph => [paragraph.place.paragraph, paragraph]));
  return <div className="card counted" role="region" aria-label={figure.label}>
    <h2>{figure.label}：{count(figure.letters)} 字，{percent(figure.share)}</h2>
    {figure.spans.length === 0 && <p className="quiet">没有这样的文字。</p>}
    {groupBy(figure.spans, span => span.paragraph).map(([id, spans]) => {
      const paragraph = texts.get(id);
      return paragraph && <p key={id} dir="auto"><a className="line" href={reportLink(audit.report.id, id)}>{paragraph.place.line} 行</a>{" "}
        <Marked text={paragraph.text} ranges={spans.map(span => [span.at, span.at + span.length])} />{" "}
        <a className="quiet" href={link(`report/${audit.report.id}/audit`, { at: id })}>证据</a></p>;
    })}
    {figure.name === "largest-single" && audit.figures.largestReport && <p>来源：<a href={link(`compare/${audit.report.id}/${audit.figures.largestReport.id}`)}><Quote text={audit.figures.largestReport.title} /></a></p>}
  </div>;
}

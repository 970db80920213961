// 审计: the figures of a report, what stands out, and the evidence side by side.

import { get } from "./api.js";
import { count, el, marked, percent, quote, words } from "./dom.js";
import { differences } from "./diff.js";
import { reuseClasses, reuseKinds } from "./names.js";
import { empty, exportLinks, origin, reportLink } from "./parts.js";

const figures = [
  ["total", "总复用率", "在其他报告里也有的文字，已知更晚的报告不计"],
  ["withoutStock", "去除套话", "总复用率中去掉各单位通用的套话"],
  ["ownOrganisation", "本单位历年", "本单位其他年份报告里的文字"],
  ["otherOrganisation", "跨单位", "其他单位报告里的文字"],
  ["unknownOrganisation", "单位不明", "来源报告或本报告的单位不明"],
  ["largestSingle", "单篇最大", "单独一篇报告能解释的最大份额"],
  ["onlyNumbersChanged", "仅改数字", "与来源只差年份、日期和数字的段落"],
  ["originality", "原创度", "在其他报告里没有的文字"],
];

export async function auditPanel(detail) {
  const { items: [audit] } = await get(`audit/${encodeURIComponent(detail.report.id)}`);
  const texts = new Map(detail.blocks.map(block => [block.id, block.text]));
  return el("div", { class: "audit" }, exportLinks(`audit/${encodeURIComponent(audit.report.id)}/export`), tiles(audit.figures), remarks(audit), findings(audit), evidence(audit, texts));
}

const tiles = values => el("div", { class: "tiles" }, figures.map(([name, label, meaning]) => el("div", { class: `tile ${name}`, title: meaning },
  el("span", { class: "tile-label" }, label), el("span", { class: "tile-value" }, percent(values[name])), el("span", { class: "tile-note" }, meaning))));

function remarks({ figures: values, archiveVersion }) {
  const parts = [`全文 ${count(values.letters)} 字（不计数字、标点和遮盖）`];
  if (values.longestLetters) parts.push(`最长连续复用 ${count(values.longestLetters)} 字`);
  if (values.copiedLater) parts.push(`被更晚的报告复用 ${percent(values.copiedLater)}`);
  if (values.repeatedInside) parts.push(`文内自身重复 ${percent(values.repeatedInside)}`);
  return el("p", { class: "remarks" }, parts.join("；"), "。",
    values.largestReport && ["单篇最大来源：", el("a", { href: reportLink(values.largestReport.id) }, quote(values.largestReport.title)), "。"],
    el("span", { class: "quiet", title: "同一档案库得出同样的数字" }, `档案库版本 ${archiveVersion}`));
}

function findings({ report, findings: list }) {
  const groups = Map.groupBy(list, finding => finding.label);
  return el("section", {}, el("h2", {}, `疑点（${list.length}）`),
    list.length === 0 && empty("没有发现疑点。"),
    [...groups].map(([label, group]) => el("details", { class: "finding-group", open: group.length <= 8 },
      el("summary", {}, el("span", { class: `tag finding ${group[0].kind}` }, label), ` ${group.length} 处`),
      el("ul", { class: "findings" }, group.map(finding => el("li", {},
        el("a", { class: "line", href: reportLink(report.id, finding.place.paragraph) }, `${finding.place.line} 行`),
        finding.detail && quote(finding.detail, "strong"), quote(finding.words, "q"),
        finding.others.length > 0 && el("span", { class: "quiet" }, "对照：", finding.others.slice(0, 3).map((other, i) => [i ? "、" : "",
          el("a", { href: reportLink(other.report, other.paragraph) }, quote(other.source), `：${other.line} 行`)]),
        finding.others.length > 3 && ` 等 ${finding.others.length} 处`)))))));
}

/** One row a paragraph of the report; its nearest source beside it, the others behind a click. */
function evidence({ report, evidence: list }, ownTexts) {
  const groups = [...Map.groupBy(list, item => item.place.paragraph).values()];
  return el("section", {}, el("h2", {}, `复用证据（${groups.length} 个段落）`),
    list.length === 0 && empty("没有与其他报告相同的文字。"),
    list.length > 0 && el("p", { class: "quiet" }, "下划线是相同的文字，底色标出其中改动的字。"),
    groups.map(group => {
      const pairs = [...Map.groupBy(group, item => item.otherPlace.paragraph).values()].sort((a, b) => shared(b) - shared(a));
      const more = pairs.slice(1);
      const rest = el("details", { ontoggle: () => { if (rest.childElementCount === 1) rest.append(...more.map(pair => comparison(report, pair, ownTexts))); } },
        el("summary", {}, `这一段还见于 ${more.length} 处`));
      return el("div", { class: "evidence-group", id: group[0].place.paragraph }, comparison(report, pairs[0], ownTexts), more.length > 0 && rest);
    }));
}

const shared = pair => pair.reduce((sum, item) => sum + item.end - item.start, 0);

/** Two paragraphs side by side; the other one is fetched when it is shown. */
function comparison(report, pair, ownTexts) {
  const [{ place, otherPlace, kind, class: source, otherReportTitle, otherOrganisation, otherYear }] = pair;
  const changed = pair.map(item => differences(item.text, item.otherText) ?? { a: [], b: [] });
  const other = el("p", { dir: "auto" }, "……");
  get(`paragraphs/${otherPlace.paragraph}`).then(
    block => other.replaceChildren(...passages(block.text, pair.map((item, i) => [item.otherText, item.otherStart - otherPlace.start, changed[i].b]), "ins")),
    error => other.replaceChildren(error.message));
  return el("div", { class: "side-by-side" },
    el("div", { class: "side" },
      el("div", { class: "side-head" }, el("span", { class: `tag class-${source}` }, reuseClasses[source] ?? source),
        el("span", { class: "quiet" }, reuseKinds[kind] ?? kind), el("a", { href: reportLink(report.id, place.paragraph) }, `本文 ${place.line} 行`)),
      el("p", { dir: "auto" }, passages(ownTexts.get(place.paragraph) ?? "", pair.map((item, i) => [item.text, item.start - place.start, changed[i].a]), "del"))),
    el("div", { class: "side" },
      el("div", { class: "side-head" }, el("a", { href: reportLink(otherPlace.report, otherPlace.paragraph) }, quote(otherReportTitle)),
        origin({ ...otherPlace, year: otherYear, organisation: otherOrganisation })), other));
}

/** A paragraph with its shared passages underlined, and in them the changed letters marked. */
function passages(text, spans, tag) {
  const nodes = [];
  let at = 0;
  for (const [passage, offset, changed] of spans.toSorted((a, b) => a[1] - b[1])) {
    // Offsets count the source's characters; soft breaks that were joined make the paragraph shorter, never longer.
    const start = text.lastIndexOf(passage, offset);
    if (start < at) continue;
    nodes.push(...words(text.slice(at, start)), el("span", { class: "reused-span" }, marked(passage, changed, {}, tag)));
    at = start + passage.length;
  }
  return [...nodes, ...words(text.slice(at))];
}

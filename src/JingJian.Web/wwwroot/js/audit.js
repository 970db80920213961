// 审计: the figures of a report, what stands out, and the evidence side by side.

import { get } from "./api.js";
import { count, el, marked, percent, quote } from "./dom.js";
import { differences } from "./diff.js";
import { reuseClasses, reuseKinds } from "./names.js";
import { empty, origin, reportLink } from "./parts.js";

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

export async function auditPanel(id) {
  const { items: [audit] } = await get(`audit/${encodeURIComponent(id)}`);
  return el("div", { class: "audit" }, tiles(audit.figures), remarks(audit), findings(audit), evidence(audit));
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

function evidence({ report, evidence: list }) {
  const groups = [...Map.groupBy(list, item => `${item.start}-${item.end}`).values()];
  return el("section", {}, el("h2", {}, `复用证据（${groups.length} 处文字，${list.length} 个来源）`),
    list.length === 0 && empty("没有与其他报告相同的文字。"),
    groups.map(group => el("div", { class: "evidence-group" }, comparison(report, group[0]),
      group.length > 1 && el("details", {}, el("summary", {}, `同一处文字还见于 ${group.length - 1} 处`),
        group.slice(1).map(item => comparison(report, item))))));
}

function comparison(report, item) {
  const differing = differences(item.text, item.otherText) ?? { a: [], b: [] };
  return el("div", { class: "side-by-side" },
    el("div", { class: "side" },
      el("div", { class: "side-head" }, el("span", { class: `tag class-${item.class}` }, reuseClasses[item.class] ?? item.class), el("span", { class: "quiet" }, reuseKinds[item.kind] ?? item.kind), " ",
        el("a", { href: reportLink(report.id, item.place.paragraph) }, `本文 ${item.place.line} 行`)),
      el("p", { dir: "auto" }, marked(item.text, differing.a, {}, "del"))),
    el("div", { class: "side" },
      el("div", { class: "side-head" }, el("a", { href: reportLink(item.otherPlace.report, item.otherPlace.paragraph) }, quote(item.otherReportTitle)), " ",
        origin({ year: item.otherYear, organisation: item.otherOrganisation, source: item.otherPlace.source, line: item.otherPlace.line, lineEnd: item.otherPlace.lineEnd })),
      el("p", { dir: "auto" }, marked(item.otherText, differing.b, {}, "ins"))));
}

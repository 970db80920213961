// 报告: the report with its outline; 审计 is its second tab.

import { get } from "./api.js";
import { el, quote } from "./dom.js";
import { levels, repairs, signs, types, unitTypes } from "./names.js";
import { copiesButton, copyButton, damageTags, functionTag, refusal, reportLink } from "./parts.js";
import { auditPanel } from "./audit.js";

export async function show(main, route) {
  const [id, tab] = route.rest;
  try {
    const detail = await get(`reports/${encodeURIComponent(id)}`);
    const body = tab === "audit" ? await auditPanel(detail) : reading(detail, route.query.get("at"));
    main.replaceChildren(el("div", { class: "report" }, head(detail, tab === "audit"), body));
    reveal(main, route.query.get("at"));
    if (tab !== "audit") await markPassages(main, id);
  } catch (error) {
    main.replaceChildren(el("div", { class: "column" }, refusal(error)));
  }
}

function head({ report, facts }, audited) {
  const source = report.id.split("-")[0];
  return el("header", { class: "report-head" },
    el("h1", {}, quote(report.title), !report.hasTitle && el("span", { class: "tag damage", title: "原文没有标题，这里是开头的文字" }, "标题缺失")),
    el("p", { class: "meta" },
      [report.organisation ? quote(report.organisation) : "单位不明", report.year ? `${report.year} 年` : "年份不明", types[report.type] ?? report.type,
        `${report.paragraphs} 个段落`, el("a", { href: `#/source/${source}` }, quote(report.source)), `第 ${report.line}–${report.lineEnd} 行`]
        .map((part, i) => [i ? " · " : "", part])),
    facts && stated(facts),
    facts?.topics?.length > 0 && el("p", { class: "meta" }, "主题词：", facts.topics.map(({ word, count, confidence }, i) =>
      [i ? "、" : "", el("span", { title: `出现 ${count} 次，把握 ${confidence.toFixed(2)}` }, quote(word))])),
    el("nav", { class: "tabs", "aria-label": "报告视图" },
      el("a", { href: reportLink(report.id), "aria-current": audited ? null : "page" }, "正文"),
      el("a", { href: `#/report/${report.id}/audit`, "aria-current": audited ? "page" : null }, "审计")));
}

/** What the report says of itself, as far as it does, and why it begins where it does. */
function stated({ period, unitType, level, place, author, date, boundary }) {
  const sure = confidence => `把握 ${confidence.toFixed(2)}`;
  const parts = [
    period?.masked && el("span", { class: "tag damage", title: sure(period.confidence) }, "年份被遮盖"),
    period?.filled && el("span", { class: "tag damage", title: "同一文字的其他副本遮盖了年份" }, "年份疑为误填"),
    period?.relative && el("span", { title: "由“今年”“去年”和落款日期推出" }, "年份由日期推出"),
    period && { "first-half": "上半年", "second-half": "下半年", quarter: "季度" }[period.part],
    unitType && el("span", { title: sure(unitType.confidence) }, unitTypes[unitType.value] ?? unitType.value),
    level && el("span", { title: sure(level.confidence) }, levels[level.value] ?? level.value),
    place && el("span", { title: sure(place.confidence) }, quote(place.value)),
    author && el("span", { title: sure(author.confidence) }, "署名 ", quote(author.value)),
    date && el("span", { title: sure(date.confidence) }, `日期 ${date.value}`),
    el("span", { title: boundary.signs.map(sign => signs[sign] ?? sign).join("、") }, `从这里开始：${sure(boundary.confidence)}`),
  ].filter(Boolean);
  return el("p", { class: "meta" }, parts.map((part, i) => [i ? " · " : "", part]));
}

/** A heading stands on a line of its own, or a paragraph begins with it. */
const headingOf = ({ text, anatomy: { runIn } }) => runIn ? text.slice(runIn.start, runIn.end) : text;

/** The heading that a paragraph begins with stands out. */
function paragraph(block) {
  const { runIn } = block.anatomy;
  return runIn
    ? el("p", { dir: "auto" }, el("strong", {}, quote(block.text.slice(runIn.start, runIn.end))), quote(block.text.slice(runIn.end)))
    : quote(block.text, "p");
}

function repairTag({ repairs: done }) {
  if (!done.length) return null;
  const counts = [...Map.groupBy(done, repair => repair.kind)].map(([kind, list]) => `${repairs[kind] ?? kind} ${list.length} 处`);
  return el("span", { class: "quiet", title: counts.join("，") }, `原文有 ${done.length} 处可修复`);
}

function reading({ report, blocks }, target) {
  const headings = blocks.filter(block => block.kind === "heading" || block.anatomy.runIn);
  return el("div", { class: "two" },
    el("aside", { class: "outline", "aria-label": "提纲" }, el("h2", {}, "提纲"),
      headings.length
        ? el("ul", {}, headings.map(block => el("li", { class: `level-${Math.min(block.sections.length + (block.kind === "heading"), 4)}` },
          el("a", { href: reportLink(report.id, block.id) }, quote(headingOf(block))))))
        : el("p", { class: "quiet" }, "这篇报告没有小标题。")),
    el("article", { class: "text" }, blocks.map(block => blockOf(report, block, block.id === target))));
}

function blockOf(report, block, isTarget) {
  const lines = block.lineEnd > block.line ? `${block.line}–${block.lineEnd}` : `${block.line}`;
  const anchor = el("a", { class: "line", href: reportLink(report.id, block.id), title: "原文行号；点击得到这一段的链接" }, lines);
  const attributes = { id: block.id, class: `block ${block.kind}${isTarget ? " target" : ""}` };
  switch (block.kind) {
    case "title": return el("div", attributes, anchor, quote(block.text, "h2"));
    case "heading": return el("div", attributes, anchor, quote(block.text, block.level <= 1 ? "h3" : "h4"));
    case "noise": return el("div", attributes, anchor, el("p", { dir: "auto" }, el("span", { class: "tag", title: "不参与检索和查重" }, "非正文"), " ", quote(block.text)));
    default: return el("div", { ...attributes, class: `${attributes.class} edge-${block.function}` }, anchor,
      el("div", { class: "paragraph-head" }, functionTag(block.function, block.secondary),
        repairTag(block.anatomy), block.confidence < 0.5 && el("span", { class: "quiet", title: `把握 ${block.confidence.toFixed(2)}` }, "功能不确定"), damageTags(block.damage)),
      paragraph(block),
      el("div", { class: "paragraph-foot" },
        block.family && block.copies > 1 && copiesButton(block.family, block.copies, block.id, `另见 ${block.copies - 1} 处`),
        copyButton(block.text, `${report.title}，${block.source} 第 ${lines} 行`)));
  }
}

/** Paragraphs that are no copy as a whole, but share a passage with others, point to the evidence. */
async function markPassages(main, id) {
  const { items: [audit] } = await get(`audit/${encodeURIComponent(id)}`);
  for (const [paragraph, list] of Map.groupBy(audit.evidence, item => item.place.paragraph)) {
    const foot = main.querySelector(`#${CSS.escape(paragraph)} .paragraph-foot`);
    if (!foot || foot.querySelector(".copies-toggle")) continue;
    const places = new Set(list.map(item => item.otherPlace.paragraph)).size;
    foot.prepend(el("a", { class: "partly", href: `#/report/${id}/audit?at=${paragraph}` }, `部分文字另见 ${places} 处`));
  }
}

function reveal(main, target) {
  const block = target && main.querySelector(`#${CSS.escape(target)}`);
  if (block) requestAnimationFrame(() => block.scrollIntoView({ block: "center" }));
}

// 概览: the archive in figures and its most copied texts; 同源族: one family, side by side.

import { get } from "./api.js";
import { differences } from "./diff.js";
import { count, el, marked, percent, quote } from "./dom.js";
import { functionName } from "./names.js";
import { bar, changeList, empty, exportLinks, origin, refusal, reportLink, short } from "./parts.js";

const page = 30;

export async function show(main, route) {
  const offset = Math.max(0, Number.parseInt(route.query.get("offset") ?? "0", 10) || 0);
  try {
    const [stats, families] = await Promise.all([get("stats"), get("families", { top: page, offset })]);
    main.replaceChildren(el("div", { class: "column wide" }, el("h1", {}, "概览"), exportLinks("overview/export"), tiles(stats),
      el("div", { class: "halves" },
        el("section", {}, el("h2", {}, "段落按功能"), bars(stats.functions, functionName, name => `#/search?function=${name}`, name => `f-${name}`)),
        el("section", {}, el("h2", {}, "报告按年份"), Object.keys(stats.years).length ? bars(stats.years, year => `${year} 年`, year => `#/search?year=${year}`, () => "") : empty("没有报告写明年份。"))),
      el("h2", {}, `副本最多的文字（共 ${count(families.total)} 族）`), familyList(families), pager(families)));
  } catch (error) {
    main.replaceChildren(el("div", { class: "column" }, refusal(error)));
  }
}

export async function showFamily(main, route) {
  try {
    const { family, members } = await get(`families/${encodeURIComponent(route.rest[0])}`);
    main.replaceChildren(el("div", { class: "column wide" }, el("h1", {}, `同源族：${family.copies} 处`),
      exportLinks(`families/${encodeURIComponent(family.id)}/export`), el("p", { class: "meta" }, spread(family)), quote(family.text, "blockquote"),
      el("h2", {}, "各处"), el("ol", { class: "members" }, members.map(member => el("li", {},
        el("div", { class: "hit-head" }, el("a", { class: "title", href: reportLink(member.place.report, member.place.paragraph) }, quote(member.reportTitle)),
          origin({ ...member, ...member.place })),
        member.text === family.text
          ? el("span", { class: "quiet" }, "与上文一字不差")
          : [compared(family.text, member.text), changeList(member.changes)])))));
  } catch (error) {
    main.replaceChildren(el("div", { class: "column" }, refusal(error)));
  }
}

/** A member with the letters marked that the family's most typical text has otherwise. */
function compared(typical, text) {
  const differing = differences(typical, text);
  return el("p", { dir: "auto" }, marked(text, differing ? differing.b : [], {}, "ins"));
}

const tiles = stats => el("div", { class: "tiles" }, [
  ["来源文件", count(stats.sources)], ["报告", count(stats.reports)], ["段落", count(stats.paragraphs)], ["字数", count(stats.characters)],
  ["相同段落对", count(stats.pairs)], ["同源族", count(stats.families)],
  ["有副本的段落", stats.paragraphs ? percent(stats.paragraphsInFamilies / stats.paragraphs) : "—"],
].map(([label, value]) => el("div", { class: "tile" }, el("span", { class: "tile-label" }, label), el("span", { class: "tile-value" }, value))));

function bars(counts, label, link, kind) {
  const most = Math.max(1, ...Object.values(counts));
  return Object.entries(counts).map(([name, number]) => bar(el("a", { href: link(name) }, label(name)), number / most, count(number), kind(name)));
}

const spread = family => [
  `${family.reports} 篇报告，${family.sources} 个文件`,
  family.firstYear && (family.firstYear === family.lastYear ? `，${family.firstYear} 年` : `，${family.firstYear}–${family.lastYear} 年`),
  family.organisations.length > 0 && ["；", family.organisations.map((name, i) => [i ? "、" : "", quote(name)])],
];

const familyList = families => families.items.length === 0 ? empty("没有发现相同的段落。") : el("ol", { class: "families", start: String(families.offset + 1) },
  families.items.map(family => el("li", {}, el("a", { class: "copies-count", href: `#/family/${family.id}` }, `${family.copies} 处`),
    el("div", {}, quote(short(family.text, 110), "p"), el("span", { class: "quiet" }, spread(family))))));

const pager = families => el("nav", { class: "pager", "aria-label": "翻页" },
  families.offset > 0 && el("a", { href: `#/overview?offset=${Math.max(0, families.offset - page)}` }, "‹ 上一页"),
  families.offset + page < families.total && el("a", { href: `#/overview?offset=${families.offset + page}` }, "下一页 ›"));

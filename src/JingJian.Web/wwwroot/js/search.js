// 检索: chips and facets, one row a family.

import { get, post } from "./api.js";
import { count, el, marked, quote, words } from "./dom.js";
import { copyRange, functionName, functions, orders, shareRange, types, unitTypes } from "./names.js";
import { keepButton, savedList } from "./saved.js";
import { copiesButton, damageTags, empty, functionTag, origin, refusal, reportLink } from "./parts.js";

const page = 20;
const filters = ["function", "year", "organisation", "unitType", "type", "copies", "originality", "source", "report"];

const labels = { unitType: value => unitTypes[value] ?? value, type: value => types[value] ?? value, copies: copyRange, originality: value => `原创度 ${shareRange(value)}` };

// Longer queries go in a body: some proxies cut long addresses.
const longestInAddress = 1500;

export async function show(main, route) {
  const state = Object.fromEntries(["q", "page", "sort", ...filters].map(name => [name, route.query.get(name) ?? ""]));
  if (!state.q && !filters.some(name => state[name])) {
    main.replaceChildren(await start());
    return;
  }
  const offset = (Math.max(1, Number.parseInt(state.page, 10) || 1) - 1) * page;
  try {
    const found = await find({ ...state, page: "", top: page, offset });
    main.replaceChildren(layout(state, found, offset));
  } catch (error) {
    main.replaceChildren(el("div", { class: "column" }, badQuery(state.q, error), refusal(error)));
  }
}

function find(wish) {
  if (wish.q.length <= longestInAddress) return get("search", wish);
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ""));
  return post("search", JSON.stringify(given), { "Content-Type": "application/json" });
}

const address = (state, changes) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, page: "", ...changes })) if (value) query.set(name, value);
  return "#/search?" + query;
};

/** The query with the place at fault marked. */
function badQuery(text, error) {
  const at = error.problem?.at;
  return at && el("p", { class: "bad-query" }, marked(text, [[at.start, Math.max(at.end, at.start + 1)]]));
}

async function start() {
  const column = el("div", { class: "column start" }, el("h1", {}, "从历年总结里找先例"),
    el("p", { class: "lead" }, "输入几个词，按段落检索；相同的文字只列一行，点“N 处相同”看它还出现在哪里。"));
  const examples = ["工人先锋号", "送温暖 困难职工", "职代会", "\"职工之家\"", "安全生产 隐患"];
  column.append(el("p", {}, "试试：", examples.map(q => [el("a", { class: "chip", href: address({}, { q }) }, q), " "])));
  try {
    const stats = await get("stats");
    column.append(stats.paragraphs
      ? el("p", { class: "quiet" }, `档案库现有 ${count(stats.sources)} 个来源文件、${count(stats.reports)} 篇报告、${count(stats.paragraphs)} 个段落，其中 ${count(stats.paragraphsInFamilies)} 个段落另有副本。`)
      : empty("档案库还是空的。", el("a", { href: "#/sources" }, "去入库")));
    column.append(el("p", {}, "按功能浏览：", Object.keys(functions).filter(name => stats.functions[name])
      .map(name => [el("a", { class: `chip f-${name}`, href: address({}, { function: name }) }, functionName(name), el("b", {}, count(stats.functions[name]))), " "])));
  } catch (error) {
    column.append(refusal(error));
  }
  column.append(await savedList());
  column.append(el("details", { class: "help" }, el("summary", {}, "检索语法"),
    el("dl", {},
      el("dt", {}, "送温暖 困难职工"), el("dd", {}, "几个词：都有的排在前面"),
      el("dt", {}, "\"面对面、心贴心\""), el("dd", {}, "引号里是原文，一字不差"),
      el("dt", {}, "职代会 -教代会"), el("dd", {}, "减号排除"),
      el("dt", {}, "送温暖 OR 帮扶，职代* "), el("dd", {}, "任一词；以它开头的词"),
      el("dt", {}, "功能:问题 年份:2019..2021 单位类型:学校"), el("dd", {}, "限定功能、年份、单位等"),
      el("dt", {}, "粘贴一段文字"), el("dd", {}, "找与它相似的段落"),
      el("dt", {}, "/"), el("dd", {}, "随时按斜杠键回到检索框"))));
  return column;
}

function layout(state, found, offset) {
  return el("div", { class: "two" },
    el("aside", { class: "facets", "aria-label": "筛选" },
      facet("年份", "year", found.facets.years.toReversed(), state, bucket => bucket.value),
      facet("单位", "organisation", found.facets.organisations, state, bucket => quote(bucket.value)),
      facet("单位类型", "unitType", found.facets.unitTypes, state, bucket => unitTypes[bucket.value] ?? bucket.value),
      facet("文种", "type", found.facets.types, state, bucket => types[bucket.value] ?? bucket.value),
      facet("相同处数", "copies", found.facets.copies, state, bucket => copyRange(bucket.value)),
      facet("报告原创度", "originality", found.facets.originality, state, bucket => shareRange(bucket.value))),
    el("section", { class: "results", "aria-label": "检索结果" },
      meant(state, found), chips(state, found), summary(state, found), sorting(state), found.notes.map(note => el("p", { class: "note" }, words(note))),
      found.hits.length ? el("ol", { class: "hits" }, found.hits.map(hit => row(state, hit))) : nothing(state),
      pager(state, found, offset)));
}

function chips(state, found) {
  const counts = new Map(found.facets.functions.map(bucket => [bucket.value, bucket.families]));
  const shown = Object.keys(functions).filter(name => counts.get(name) || state.function === name);
  return el("div", { class: "chips" }, shown.map(name => el("a", {
    class: `chip f-${name}${state.function === name ? " on" : ""}`,
    href: address(state, { function: state.function === name ? "" : name }),
    "aria-current": state.function === name ? "true" : null,
  }, functionName(name), el("b", {}, count(counts.get(name) ?? 0)))));
}

function summary(state, found) {
  const active = filters.filter(name => state[name]);
  return el("p", { class: "summary" },
    `${count(found.families)} 条（共 ${count(found.paragraphs)} 个段落，相同的合为一条）`,
    state.q && found.complete < found.paragraphs && `；其中 ${count(found.complete)} 个段落含全部检索词`,
    active.length > 0 && [" ", el("a", { href: address({ q: state.q }, {}) }, "清除筛选")],
    active.filter(name => name !== "function").map(name => [" ",
      el("a", { class: "chip on small", href: address(state, { [name]: "" }), title: "去掉这个筛选" }, quote(name === "report" ? "一篇报告内" : labels[name]?.(state[name]) ?? state[name]), " ×")]));
}

function meant(state, found) {
  return found.meant && el("p", { class: "note meant" }, "你是不是要找：",
    el("a", { href: address(state, { q: found.meant.query }) }, quote(found.meant.query)), `（${found.meant.words.map(word => `“${word.instead}”见于 ${word.paragraphs} 处`).join("，")}）`);
}

function sorting(state) {
  return el("p", { class: "quiet sorting" }, "排序：", Object.entries(orders).map(([order, label], i) => [i ? " · " : "",
    order === state.sort ? el("b", {}, label) : el("a", { href: address(state, { sort: order }) }, label)]), " ", keepButton(state));
}

function facet(title, name, buckets, state, label) {
  if (!buckets.length) return null;
  // An empty value counts the paragraphs whose reports do not say; there is nothing to narrow to.
  const rows = buckets.map(bucket => el("li", {}, bucket.value === "" ? unstated(bucket) : el("a", {
    class: state[name] === bucket.value ? "on" : null,
    href: address(state, { [name]: state[name] === bucket.value ? "" : bucket.value }),
    title: `${bucket.paragraphs} 个段落`,
  }, el("span", { class: "value" }, label(bucket)), el("span", { class: "number" }, count(bucket.families)))));
  const most = 12;
  return el("section", {}, el("h2", {}, title), el("ul", {}, rows.slice(0, most)),
    rows.length > most && el("details", {}, el("summary", {}, `其余 ${rows.length - most} 个`), el("ul", {}, rows.slice(most))));
}

const unstated = bucket => el("span", { class: "unstated", title: `${bucket.paragraphs} 个段落` },
  el("span", { class: "value" }, "未写明"), el("span", { class: "number" }, count(bucket.families)));

function row(state, hit) {
  return el("li", { class: "hit" },
    el("div", { class: "hit-head" }, functionTag(hit.function, hit.secondary),
      el("a", { class: "title", href: reportLink(hit.reportId, hit.paragraph) }, quote(hit.report)), origin(hit)),
    hit.sections.length > 0 && el("div", { class: "path" }, hit.sections.map((section, i) => [i ? " › " : "", quote(section)])),
    el("p", { class: "snippet", dir: "auto" }, marked(hit.snippet, hit.snippetHighlights)),
    el("div", { class: "hit-foot" }, damageTags(hit.damage),
      hit.near && el("span", { class: "tag", title: "由语义检索找到" }, "语义相近"),
      hit.through.length > 0 && el("span", { class: "quiet" }, "相关说法：", hit.through.slice(0, 6).join("、")),
      hit.snippet !== hit.text && whole(hit),
      hit.family && hit.copies > 1 && copiesButton(hit.family, hit.copies, hit.paragraph, `${hit.copies} 处相同`),
      " ", el("a", { class: "quiet", href: address(state, { report: hit.reportId }) }, "只在这篇内检索")));
}

function whole(hit) {
  const button = el("button", { type: "button", class: "link", onclick: () => {
    const snippet = button.closest(".hit").querySelector(".snippet");
    snippet.replaceChildren(...marked(hit.text, hit.highlights));
    button.remove();
  } }, "显示全段");
  return button;
}

function nothing(state) {
  const advice = ["换一个说法，或少用几个词。"];
  if (filters.some(name => state[name])) advice.push(el("a", { href: address({ q: state.q }, {}) }, "清除筛选再试"));
  if (state.q.includes("\"") || state.q.includes("“")) advice.push("引号里的文字要与原文一字不差；去掉引号可以放宽。");
  return empty("没有找到符合条件的段落。", ...advice);
}

function pager(state, found, offset) {
  const now = offset / page + 1, last = Math.ceil(found.families / page);
  if (last <= 1) return null;
  return el("nav", { class: "pager", "aria-label": "翻页" },
    now > 1 && el("a", { href: address(state, { page: String(now - 1) }) }, "‹ 上一页"),
    el("span", {}, `第 ${now} 页，共 ${last} 页`),
    now < last && el("a", { href: address(state, { page: String(now + 1) }) }, "下一页 ›"));
}

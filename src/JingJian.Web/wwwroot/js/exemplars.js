// 范例: passages to learn from, with the reasons for their rank.

import { get } from "./api.js";
import { el, quote, words } from "./dom.js";
import { functionName, functions } from "./names.js";
import { bar, copiesButton, copyButton, damageTags, empty, functionTag, origin, refusal, reportLink } from "./parts.js";

const parts = [
  ["function", "功能"], ["relevance", "相关"], ["concreteness", "具体"], ["originality", "原创"], ["integrity", "完整"], ["recency", "时效"],
];

export async function show(main, route) {
  const wish = { function: route.query.get("function") || "practice", topic: route.query.get("topic") ?? "" };
  const list = el("section", { class: "cards", "aria-label": "范例" }, el("p", { class: "quiet" }, "正在挑选……"));
  main.replaceChildren(el("div", { class: "column" }, el("h1", {}, "范例"),
    el("p", { class: "lead" }, "选一个要写的部分，再写几个词说明题目；按具体、原创、完整、新近排序，文字相同的只列一次。"), form(wish), list));
  try {
    const { notes, exemplars } = await get("exemplars", { ...wish, top: 20 });
    list.replaceChildren(...notes.map(note => el("p", { class: "note" }, words(note))), ...(exemplars.length ? exemplars.map(card) : [empty(`没有找到“${functionName(wish.function)}”的范例。`, "换一个题目，或不填题目。")]));
  } catch (error) {
    list.replaceChildren(refusal(error));
  }
}

function form(wish) {
  const select = el("select", { name: "function", "aria-label": "功能", onchange: go }, Object.keys(functions).filter(name => name !== "other")
    .map(name => el("option", { value: name, selected: name === wish.function }, functionName(name))));
  const topic = el("input", { name: "topic", type: "search", maxlength: "500", "aria-label": "题目", placeholder: "题目，例如：民主管理", value: wish.topic });
  return el("form", { class: "inline-form", onsubmit: event => { event.preventDefault(); go(); } }, select, topic, el("button", { type: "submit" }, "查找范例"));

  function go() {
    const query = new URLSearchParams({ function: select.value });
    if (topic.value.trim()) query.set("topic", topic.value.trim());
    location.hash = "#/exemplars?" + query;
  }
}

function card(item) {
  return el("article", { class: "card" },
    el("div", { class: "hit-head" }, functionTag(item.function, item.secondary),
      el("a", { class: "title", href: reportLink(item.reportId, item.paragraph) }, quote(item.report)), origin(item), damageTags(item.damage)),
    el("div", { class: "card-body" }, quote(item.text, "p"),
      el("div", { class: "parts" }, parts.map(([name, label]) => bar(label, item.parts[name], item.parts[name].toFixed(2))))),
    el("div", { class: "hit-foot" }, copyButton(item.text, `${item.report}，${item.source} 第 ${item.line} 行`),
      item.family && item.copies > 1 && copiesButton(item.family, item.copies, item.paragraph, `${item.copies} 处相同`)));
}

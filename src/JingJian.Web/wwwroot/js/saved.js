// 已保存的检索: searches that people keep, and what came in since the last look.

import { get, post } from "./api.js";
import { el, quote } from "./dom.js";
import { refusal } from "./parts.js";

const json = { "Content-Type": "application/json" };

/** A button that keeps the search that is shown. */
export function keepButton(state) {
  const place = el("span", {});
  place.append(el("button", { type: "button", class: "link", onclick: ask }, "保存这个检索"));
  return place;

  function ask() {
    const name = el("input", { type: "text", value: state.q.slice(0, 40), maxlength: "100", "aria-label": "检索的名称" });
    const form = el("form", { class: "keep", onsubmit: keep }, name, " ", el("button", {}, "保存"));
    place.replaceChildren(form);
    name.select();

    async function keep(event) {
      event.preventDefault();
      const { page, ...wanted } = state;
      const search = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));
      try {
        const kept = await post("saved-searches", JSON.stringify({ name: name.value, search }), json);
        place.replaceChildren("已保存为“", quote(kept.name), "”，新入库的内容会列在检索首页。");
      } catch (error) {
        place.replaceChildren(refusal(error));
      }
    }
  }
}

/** The kept searches with what is new; nothing where there are none. */
export async function savedList() {
  const { items } = await get("saved-searches");
  if (!items.length) return "";
  return el("section", { class: "saved" }, el("h2", {}, "已保存的检索"), el("ul", {}, items.map(item)));
}

function item(saved) {
  const news = el("div", { class: "copies" });
  const line = el("li", {}, el("a", { href: addressOf(saved.wish) }, quote(saved.name)), " ",
    saved.newParagraphs > 0
      ? el("button", { type: "button", class: "link", onclick: show }, `新入库 ${saved.newParagraphs} 段`)
      : el("span", { class: "quiet" }, "没有新内容"), news);
  return line;

  async function show() {
    try {
      const { found, upTo } = await get(`saved-searches/${saved.id}/new`, { top: 20 });
      news.replaceChildren(...found.hits.map(hit => el("p", {}, el("a", { href: `#/report/${hit.reportId}?at=${hit.paragraph}` }, quote(hit.report)), " ", quote(hit.snippet))));
      await post(`saved-searches/${saved.id}/seen`, JSON.stringify({ upTo }), json);
    } catch (error) {
      news.replaceChildren(refusal(error));
    }
  }
}

function addressOf(wish) {
  const query = new URLSearchParams();
  for (const [name, key] of Object.entries({ q: "query", function: "function", year: "years", organisation: "organisation", type: "type", unitType: "unitType",
    copies: "copies", originality: "originality", sort: "sort", report: "report", source: "source" })) {
    if (wish[key]) query.set(name, wish[key]);
  }
  return "#/search?" + query;
}

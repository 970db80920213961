// The page: which view the address asks for, the search box, and the state of the service.

import { get, waiting } from "./js/api.js";
import { el } from "./js/dom.js";
import { empty } from "./js/parts.js";
import * as check from "./js/check.js";
import * as exemplars from "./js/exemplars.js";
import * as overview from "./js/overview.js";
import * as report from "./js/report.js";
import * as search from "./js/search.js";
import * as sources from "./js/sources.js";

const views = {
  search: [search.show, "检索"],
  report: [report.show, "报告"],
  exemplars: [exemplars.show, "范例"],
  check: [check.show, "查重"],
  sources: [sources.show, "入库"],
  source: [sources.showSource, "来源文件"],
  overview: [overview.show, "概览"],
  family: [overview.showFamily, "同源族"],
};

const main = document.getElementById("main");
const box = document.getElementById("q");

/** #/report/ID/audit?at=… */
function readRoute() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [name, ...rest] = path.split("/").map(part => { try { return decodeURIComponent(part); } catch { return part; } });
  return { name: name || "search", rest, query: new URLSearchParams(query ?? "") };
}

async function render() {
  const route = readRoute();
  const [show, title] = views[route.name] ?? [missing, "没有这个页面"];
  const q = route.name === "search" ? route.query.get("q") ?? "" : "";
  document.title = `${q || title} · 镜鉴`;
  if (route.name === "search") box.value = q;
  for (const link of document.querySelectorAll("nav [data-view]")) {
    if (link.dataset.view === route.name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  // Each view draws on a sheet of its own: one that comes late draws on a sheet that nobody sees any more.
  const sheet = el("div", { class: "sheet" });
  main.replaceChildren(sheet);
  window.scrollTo(0, 0);
  await show(sheet, route);
}

async function missing(sheet) {
  sheet.replaceChildren(el("div", { class: "column" }, empty("没有这个页面。", el("a", { href: "#/search" }, "回到检索"))));
}

async function watch() {
  const banner = document.getElementById("banner");
  const work = await waiting();
  banner.hidden = work === null;
  banner.textContent = work ?? "";
  if (work !== null) {
    setTimeout(async () => { await watch(); if (banner.hidden) render(); }, 1500);
  }
}

document.getElementById("search").addEventListener("submit", event => {
  event.preventDefault();
  const route = readRoute();
  const query = route.name === "search" ? route.query : new URLSearchParams();
  query.delete("page");
  query.set("q", box.value.trim());
  location.hash = "#/search?" + query;
});

// What may be meant, as one types; an answer that comes late is left out.
const suggestions = el("datalist", { id: "suggestions" });
document.body.append(suggestions);
box.setAttribute("list", "suggestions");
let typing = 0;
box.addEventListener("input", () => {
  const mine = ++typing, q = box.value.trim();
  setTimeout(async () => {
    if (mine !== typing || q.length === 0 || q.length > 40) return;
    try {
      const { items } = await get("suggest", { q, top: 8 });
      if (mine === typing) suggestions.replaceChildren(...items.map(item => el("option", { value: item.text })));
    } catch {
      suggestions.replaceChildren();
    }
  }, 150);
});

document.addEventListener("keydown", event => {
  const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

window.addEventListener("hashchange", render);
render();
watch();

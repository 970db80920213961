// Pieces that several views show.

import { el, quote, words } from "./dom.js";
import { get } from "./api.js";
import { changes, damages, functionName } from "./names.js";

/** What a paragraph does, as a coloured word; the second function follows more quietly. */
export function functionTag(primary, secondary = null) {
  return [
    el("span", { class: `tag f-${primary}` }, functionName(primary)),
    secondary && el("span", { class: `tag second f-${secondary}` }, "兼 " + functionName(secondary)),
  ];
}

export const damageTags = flags => flags.map(flag => {
  const [name, meaning] = damages[flag] ?? [flag, ""];
  return el("span", { class: "tag damage", title: meaning }, name);
});

export const reportLink = (report, paragraph = null) => `#/report/${report}${paragraph ? "?at=" + paragraph : ""}`;

/** Year · unit · file, line: whatever of it is known. */
export function origin({ year, organisation, source, line, lineEnd }) {
  const parts = [];
  if (year) parts.push(`${year} 年`);
  if (organisation) parts.push(quote(organisation));
  if (source) parts.push([quote(source, "bdi", { class: "file" }), line ? `：${line}${lineEnd > line ? "–" + lineEnd : ""} 行` : ""]);
  return el("span", { class: "origin" }, parts.map((part, i) => [i ? " · " : "", part]));
}

/** What differs, in a few words: 年份 20_ → 2024. */
export function changeList(list) {
  if (!list.length) return null;
  const shown = list.slice(0, 6);
  return el("span", { class: "changes" },
    shown.map(change => el("span", { class: "change" }, changes[change.type] ?? change.type, " ",
      change.from ? quote(short(change.from), "del") : "", change.from && change.to ? " → " : "", change.to ? quote(short(change.to), "ins") : "")),
    list.length > shown.length && el("span", { class: "quiet" }, `另有 ${list.length - shown.length} 处`));
}

export const short = (text, length = 24) => [...text].length > length ? [...text].slice(0, length).join("") + "…" : text;

/** A button that opens the other copies of a paragraph under itself. */
export function copiesButton(family, copies, paragraph, label) {
  const list = el("div", { class: "copies", hidden: true });
  const button = el("button", { type: "button", class: "link copies-toggle", "aria-expanded": "false", onclick: toggle }, label);
  return [button, list];

  async function toggle() {
    list.hidden = !list.hidden;
    button.setAttribute("aria-expanded", String(!list.hidden));
    if (list.childElementCount) return;
    list.append(el("p", { class: "quiet" }, "正在读取……"));
    try {
      const detail = await get(`families/${encodeURIComponent(family)}`);
      list.replaceChildren(...memberRows(detail, paragraph),
        el("p", {}, el("a", { href: `#/family/${family}` }, `并排比较全部 ${copies} 处`)));
    } catch (error) {
      list.replaceChildren(refusal(error));
    }
  }
}

/** The other members; changes are against the family's most typical text. */
const memberRows = ({ family, members }, paragraph) => members.filter(member => member.place.paragraph !== paragraph).map(member =>
  el("div", { class: "copy-row" },
    el("a", { href: reportLink(member.place.report, member.place.paragraph) }, quote(member.reportTitle)), " ",
    origin({ ...member, ...member.place }), " ",
    changeList(member.changes) ?? el("span", { class: "quiet" }, member.text === family.text ? "一字不差" : "略有改动")));

/** A refusal or failure, in the service's words. */
export function refusal(error) {
  const problem = error.problem ?? {};
  return el("div", { class: "error", role: "alert" },
    el("strong", {}, problem.title ?? "出错了"), el("p", {}, words(error.message)),
    problem.code && el("p", { class: "quiet" }, `代码 ${problem.code}`));
}

/** What is shown, as a file to keep or to print. */
export const exportLinks = address => el("p", { class: "quiet" }, "导出：", [["html", "网页（可打印）"], ["docx", "Word"], ["csv", "表格"], ["json", "数据"]].map(([format, label], i) =>
  [i ? " · " : "", el("a", { href: `/api/v1/${address}${address.includes("?") ? "&" : "?"}format=${format}`, download: "" }, label)]));

export const empty = (title, ...advice) => el("div", { class: "empty" }, el("strong", {}, title), advice.map(line => el("p", {}, line)));

/** A labelled bar of a share from 0 to 1. */
export function bar(label, share, note, kind = "") {
  const fill = el("span", { class: `fill ${kind}` });
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return el("div", { class: "meter" }, el("span", { class: "meter-label" }, label), el("span", { class: "track" }, fill), el("span", { class: "meter-note" }, note));
}

/** Copies text for pasting, with its source behind it. */
export function copyButton(text, citation) {
  const button = el("button", { type: "button", class: "link", onclick: copy }, "复制（附出处）");
  return button;

  async function copy() {
    try {
      await navigator.clipboard.writeText(`${text}\n（${citation}）`);
      button.textContent = "已复制";
    } catch {
      button.textContent = "浏览器不允许复制，请手工选择文字";
    }
    setTimeout(() => { button.textContent = "复制（附出处）"; }, 2500);
  }
}

// 查重: a draft against the archive; nothing of it is kept, so the draft is not in the address.

import { post, postForFile } from "./api.js";
import { count, el, marked, percent, quote } from "./dom.js";
import { reuseKinds } from "./names.js";
import { changeList, empty, functionTag, origin, refusal, reportLink } from "./parts.js";

let draft = "";

export async function show(main) {
  const area = el("textarea", { rows: "12", maxlength: "200000", "aria-label": "草稿", placeholder: "把草稿粘贴在这里……" });
  const result = el("section", { "aria-live": "polite", "aria-label": "查重结果" });
  const button = el("button", { type: "submit" }, "查重");
  area.value = draft;
  main.replaceChildren(el("div", { class: "column" }, el("h1", {}, "查重"),
    el("p", { class: "lead" }, "草稿与档案库逐段比对，标出相同的文字和它的出处。草稿不会保存。"),
    el("form", { class: "check-form", onsubmit: check }, area, button), result));
  if (draft) await run();

  function check(event) {
    event.preventDefault();
    draft = area.value;
    return run();
  }

  async function run() {
    button.disabled = true;
    result.replaceChildren(el("p", { class: "quiet" }, "正在比对……"));
    try {
      const view = await post("check", JSON.stringify({ name: "草稿", text: draft }), { "Content-Type": "application/json" });
      result.replaceChildren(summary(view), exports(), ...view.paragraphs.map(paragraph));
    } catch (error) {
      result.replaceChildren(refusal(error));
    } finally {
      button.disabled = false;
    }
  }
}

/** The draft is in no address, so a file of its audit is asked for by sending it again. */
const exports = () => el("p", { class: "quiet" }, "导出审计：", [["html", "网页（可打印）"], ["docx", "Word"], ["csv", "表格"]].map(([format, label], i) => [i ? " · " : "",
  el("button", { type: "button", class: "link", onclick: event => save(event.target, format) }, label)]));

async function save(button, format) {
  button.disabled = true;
  try {
    const file = await postForFile(`check/export?format=${format}`, JSON.stringify({ name: "草稿", text: draft }), { "Content-Type": "application/json" });
    const link = el("a", { href: URL.createObjectURL(file), download: `草稿查重.${format}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    button.after(refusal(error));
  } finally {
    button.disabled = false;
  }
}

function summary(view) {
  const reused = view.paragraphs.filter(one => one.matches.length).length;
  if (!view.paragraphs.length) return empty("草稿里没有找到成段的文字。");
  return el("p", { class: "verdict" }, el("strong", {}, percent(view.share)), ` 的文字（${count(view.reusedCharacters)} / ${count(view.characters)} 字）在档案库里已有；`,
    reused ? `${view.paragraphs.length} 个段落中 ${reused} 个有相同文字。` : "没有发现相同的段落。");
}

function paragraph(one) {
  const text = draft.slice(one.start, one.end);
  const spans = one.matches.flatMap(match => match.spans.map(span => [span.start - one.start, span.end - one.start]));
  return el("div", { class: `draft-paragraph${one.matches.length ? " reused" : ""}` },
    el("div", { class: "paragraph-head" }, el("span", { class: "line" }, `${one.line} 行`), functionTag(one.function),
      one.matches.length > 0 && el("span", { class: "share" }, `${percent(one.share)} 相同`)),
    el("p", { dir: "auto" }, marked(text, spans, { class: "reused-span" }, "span")),
    one.matches.length > 0 && matches(one.matches));
}

function matches(list) {
  const rows = list.map(match => el("li", {},
    el("span", { class: "tag" }, reuseKinds[match.kind] ?? match.kind), " ",
    el("a", { href: reportLink(match.place.report, match.place.paragraph) }, quote(match.reportTitle)), " ",
    origin({ ...match, ...match.place }), " ", changeList(match.changes)));
  return el("div", { class: "matches" }, el("ul", {}, rows.slice(0, 3)),
    rows.length > 3 && el("details", {}, el("summary", {}, `另有 ${rows.length - 3} 个来源`), el("ul", {}, rows.slice(3))));
}

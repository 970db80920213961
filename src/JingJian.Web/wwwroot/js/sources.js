// 入库: files go in, and what became of each; the list of sources and the reports of one.

import { get, post } from "./api.js";
import { count, el, quote } from "./dom.js";
import { types } from "./names.js";
import { empty, refusal, reportLink } from "./parts.js";

// The service takes 200 files at a time.
const batch = 100;

export async function show(main) {
  const outcomes = el("section", { "aria-live": "polite", "aria-label": "入库结果" });
  const list = el("section", { "aria-label": "来源文件" });
  main.replaceChildren(el("div", { class: "column wide" }, el("h1", {}, "入库"),
    el("p", { class: "lead" }, "接受文本、网页、Word、WPS、PDF 文件和 .zip 压缩包，每个不超过 32 MB。同一份文件再次上传不会重复入库。"),
    dropzone(files => upload(files, outcomes, () => listSources(list))), outcomes, list));
  await listSources(list);
}

export async function showSource(main, route) {
  try {
    const [source, reports] = await Promise.all([get(`sources/${route.rest[0]}`), get("reports", { source: route.rest[0], top: 1000 })]);
    main.replaceChildren(el("div", { class: "column wide" }, el("h1", {}, quote(source.name)),
      el("p", { class: "meta" }, `${count(source.bytes)} 字节 · ${source.encoding} · ${reports.total} 篇报告 · ${source.paragraphs} 个段落 · SHA-256 `, el("code", {}, source.hash.slice(0, 16) + "…")),
      el("p", {}, el("a", { href: "#/search?source=" + source.id }, "只在这个文件里检索")),
      el("table", {}, el("thead", {}, el("tr", {}, ["报告", "单位", "年份", "类型", "行", "段落", ""].map(name => el("th", {}, name)))),
        el("tbody", {}, reports.items.map(report => el("tr", {},
          el("td", {}, el("a", { href: reportLink(report.id) }, quote(report.title)), !report.hasTitle && el("span", { class: "quiet" }, "（标题缺失）")),
          el("td", {}, report.organisation ? quote(report.organisation) : ""), el("td", {}, report.year ?? ""), el("td", {}, types[report.type] ?? report.type),
          el("td", {}, `${report.line}–${report.lineEnd}`), el("td", { class: "number" }, report.paragraphs),
          el("td", {}, el("a", { href: `#/report/${report.id}/audit` }, "审计"))))))));
  } catch (error) {
    main.replaceChildren(el("div", { class: "column" }, refusal(error)));
  }
}

function dropzone(take) {
  return el("div", {
    class: "dropzone",
    ondragover: event => { event.preventDefault(); event.currentTarget.classList.add("over"); },
    ondragleave: event => event.currentTarget.classList.remove("over"),
    ondrop: event => { event.preventDefault(); event.currentTarget.classList.remove("over"); take([...event.dataTransfer.files]); },
  }, el("p", {}, "把文件拖到这里，或"), picker("选择文件", {}), picker("选择文件夹", { webkitdirectory: true }));

  function picker(label, attributes) {
    const input = el("input", { type: "file", multiple: true, class: "unseen-input", onchange: () => { take([...input.files]); input.value = ""; }, ...attributes });
    return el("label", { class: "button" }, label, input);
  }
}

async function upload(files, outcomes, done) {
  if (!files.length) return;
  const all = [];
  for (let at = 0; at < files.length; at += batch) {
    outcomes.replaceChildren(el("p", { class: "quiet" }, `正在上传和分析 ${files.length} 个文件，已完成 ${at} 个……`));
    const form = new FormData();
    for (const file of files.slice(at, at + batch)) form.append("files", file, file.webkitRelativePath || file.name);
    try {
      all.push(...(await post("sources", form)).files);
    } catch (error) {
      if (!error.problem?.files) {
        outcomes.replaceChildren(refusal(error));
        return;
      }
      all.push(...error.problem.files);
    }
  }
  outcomes.replaceChildren(outcomeTable(all));
  await done();
}

const outcomeTable = files => el("table", { class: "outcomes" }, el("thead", {}, el("tr", {}, ["文件", "结果", ""].map(name => el("th", {}, name)))),
  el("tbody", {}, files.map(file => el("tr", { class: file.outcome },
    el("td", {}, file.source ? el("a", { href: `#/source/${file.source}` }, quote(file.name)) : quote(file.name)),
    el("td", {}, { stored: "已入库", known: "已有", refused: "未入库" }[file.outcome]),
    el("td", {}, file.outcome === "stored" ? `${file.reports} 篇报告，${file.paragraphs} 个段落，${file.encoding}`
      : file.outcome === "known" ? ["内容与“", quote(file.knownAs), "”相同，没有改动"] : file.reason)))));

async function listSources(list) {
  try {
    const sources = await get("sources", { top: 1000 });
    list.replaceChildren(el("h2", {}, `来源文件（${count(sources.total)}）`), sources.total === 0 ? empty("还没有来源文件。") :
      el("table", {}, el("thead", {}, el("tr", {}, ["文件", "编码", "报告", "段落", "字节"].map((name, i) => el("th", { class: i > 1 ? "number" : null }, name)))),
        el("tbody", {}, sources.items.map(source => el("tr", {},
          el("td", {}, el("a", { href: `#/source/${source.id}` }, quote(source.name))), el("td", {}, source.encoding),
          el("td", { class: "number" }, source.reports), el("td", { class: "number" }, source.paragraphs), el("td", { class: "number" }, count(source.bytes)))))));
  } catch (error) {
    list.replaceChildren(refusal(error));
  }
}

// Builds elements. Text from the archive only ever becomes text nodes, so markup in it stays text.

/** el("a", { href: "#", class: "x", onclick: f }, "text", node, [nodes], null) */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

// Characters that are not seen and can change how others are seen: controls, zero-width, direction marks.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** Somebody else's words as nodes; a hidden character becomes a small visible mark that names it. */
export function words(text) {
  const nodes = [];
  for (const part of String(text ?? "").split(new RegExp(`(${hidden.source})`))) {
    if (part.length === 1 && hidden.test(part)) {
      const code = "U+" + part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      nodes.push(el("span", { class: "unseen", title: `不可见字符 ${code}` }, "◌"));
    } else if (part) {
      nodes.push(document.createTextNode(part));
    }
  }
  return nodes;
}

/** Somebody else's words in an element of their own, so that their direction cannot spill over. */
export function quote(text, tag = "bdi", attributes = {}) {
  return el(tag, { dir: "auto", ...attributes }, words(text));
}

/** Text with marked ranges [[start, end], …], which may touch or overlap. */
export function marked(text, ranges, attributes = {}, tag = "mark") {
  const nodes = [];
  let at = 0;
  for (const [start, end] of merged(ranges)) {
    nodes.push(...words(text.slice(at, start)), el(tag, attributes, words(text.slice(start, end))));
    at = end;
  }
  return [...nodes, ...words(text.slice(at))];
}

function merged(ranges) {
  const sorted = ranges.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0]);
  const result = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

export const percent = share => (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0) + "%";

export const count = number => number.toLocaleString("zh-CN");

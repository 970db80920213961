// Ant Design's styles as adopted style sheets. The service's policy is style-src 'self' without exceptions: a <style> element that a
// script writes is refused, a sheet that a script constructs is not. This stands in the place of @rc-component/util/Dom/dynamicCSS and
// of its twin in @ant-design/icons (see vite.config.js) and keeps their order: queued sheets by priority, then prepended, then appended.

interface Options {
  prepend?: boolean | "queue";
  priority?: number;
}

interface Entry {
  key: string;
  sheet: CSSStyleSheet;
  rank: number;
  text: string;
  /** What the callers put marks on; it is in no document. */
  node: HTMLStyleElement;
}

const entries: Entry[] = [];

const rankOf = ({ prepend, priority = 0 }: Options) => prepend === "queue" ? priority : prepend ? 1e6 : 2e6;

export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const known = entries.find(entry => entry.key === key);
  if (known) {
    if (known.text !== css) known.sheet.replaceSync(known.text = css);
    return known.node;
  }
  const entry = { key, sheet: new CSSStyleSheet(), rank: rankOf(options), text: css, node: document.createElement("style") };
  entry.sheet.replaceSync(css);
  const at = entries.findIndex(other => other.rank > entry.rank);
  entries.splice(at < 0 ? entries.length : at, 0, entry);
  adopt();
  return entry.node;
}

export function removeCSS(key: string): void {
  const at = entries.findIndex(entry => entry.key === key);
  if (at < 0) return;
  entries.splice(at, 1);
  adopt();
}

let unnamed = 0;
export const injectCSS = (css: string, options: Options = {}) => updateCSS(css, `unnamed-${++unnamed}`, options);
export const clearContainerCache = () => {};
export const getShadowRoot = () => null;
export const warningOnce = () => {};

let waiting = false;

/** Many sheets come in one go when a component is drawn first: they are handed over together, before the browser paints. */
function adopt(): void {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    document.adoptedStyleSheets = entries.map(entry => entry.sheet);
  });
}

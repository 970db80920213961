// The one box: what may be meant as one types, recent searches when it is empty. / comes here from anywhere.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { get } from "../../api/client";
import { go, link, type Route } from "../../router";
import { Quote } from "../../text/words";
import { recent, remember } from "./recent";

interface Offer {
  text: string;
  note: string;
}

const kinds: Record<string, string> = { word: "词", heading: "小标题", phrase: "常用句", title: "报告", organisation: "单位", related: "相关词" };
const pause = 120;
const longest = 20_000;

export function SearchBox({ route }: { route: Route }) {
  const asked = route.name === "search" ? route.query.get("q") ?? "" : "";
  const [text, setText] = useState(asked);
  const [offers, setOffers] = useState<Offer[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const list = useId();

  useEffect(() => { setText(asked); setOpen(false); }, [asked]);
  useEffect(() => onSlash(() => { box.current?.focus(); box.current?.select(); }), []);
  useEffect(() => {
    if (!open) return;
    const q = text.trim();
    setAt(-1);
    if (q === "") return setOffers(recent().map(one => ({ text: one, note: "最近" })));
    if (q.length > 40) return setOffers([]);
    const abort = new AbortController();
    const timer = setTimeout(() => get("/api/v1/suggest", { query: { q, top: 8 } }, abort.signal).then(
      ({ items }) => setOffers(items.map(item => ({ text: item.text, note: `${kinds[item.kind] ?? ""} ${item.paragraphs} 段` }))),
      () => { if (!abort.signal.aborted) setOffers([]); }), pause);
    return () => { clearTimeout(timer); abort.abort(); };
  }, [text, open]);

  function search(wanted: string) {
    const q = wanted.trim();
    const query = Object.fromEntries(route.name === "search" ? route.query : []);
    setText(wanted);
    setOpen(false);
    if (q) remember(q);
    go(link("search", { ...query, page: null, cursor: null, q }));
  }

  function onKey(event: KeyboardEvent) {
    // While a Chinese input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    const shown = open && offers.length > 0;
    if (event.key === "Escape") return setOpen(false);
    if (event.key === "ArrowDown" && !shown) {
      const first = document.querySelector<HTMLElement>(".hit .title");
      if (first && text.trim() === asked) { event.preventDefault(); return first.focus(); }
      return setOpen(true);
    }
    if (shown && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      return setAt(before => Math.max(-1, Math.min(offers.length - 1, before + step)));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      search(shown && at >= 0 ? offers[at]!.text : text);
    }
  }

  const shown = open && offers.length > 0;
  return <form className="searchbox" role="search" onSubmit={event => { event.preventDefault(); search(text); }}>
    <input ref={box} type="text" role="combobox" value={text} autoComplete="off" spellCheck={false} maxLength={longest} enterKeyHint="search"
      aria-label="检索段落" aria-expanded={shown} aria-controls={list} aria-autocomplete="list" aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
      placeholder="检索段落：送温暖 困难职工　“整句原文”　-排除的词"
      onChange={event => { setText(event.target.value); setOpen(true); }} onFocus={() => setOpen(document.activeElement === box.current && text === "")}
      onClick={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKey} />
    {text !== "" && <button type="button" className="clear" aria-label="清空" onClick={() => { setText(""); box.current?.focus(); }}>×</button>}
    <button type="submit">检索</button>
    <ul id={list} role="listbox" aria-label="检索建议" className="offers" hidden={!shown}>{offers.map((offer, i) =>
      <li key={offer.text} id={`${list}-${i}`} role="option" aria-selected={i === at} className={i === at ? "at" : undefined}
        onMouseDown={event => { event.preventDefault(); search(offer.text); }} onMouseEnter={() => setAt(i)}>
        <Quote text={offer.text} /><span className="note">{offer.note}</span>
      </li>)}</ul>
  </form>;
}

function onSlash(then: () => void): () => void {
  function onKey(event: globalThis.KeyboardEvent) {
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    then();
  }
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

// The draft that is being written, with the sources of what was put into it. It lives in this tab only, reloading included: not in the
// address, not in the service, gone with the tab.
import { useSyncExternalStore } from "react";
import { functions } from "../../names";
import { keep, kept } from "../../parts/tab";
import { likeness } from "../../text/likeness";

export interface Cited {
  citation: string;
  address: string;
  /** What was put in: where it stands is looked for when the draft is written out. */
  passage: string;
}

interface Draft {
  text: string;
  cited: Cited[];
}

const key = "jingjian.draft";
const listeners = new Set<() => void>();
let draft: Draft = before();
/** Where the person was writing; what is put in goes there. */
let caret: number | null = null;

function before(): Draft {
  const read = kept(key) as Partial<Draft> | null;
  return typeof read?.text === "string" && Array.isArray(read.cited) ? read as Draft : { text: "", cited: [] };
}

function set(now: Draft): void {
  draft = now;
  keep(key, now);
  listeners.forEach(tell => tell());
}

export const write = (text: string) => set({ ...draft, text });

export const writingAt = (at: number) => { caret = at; };

export const uncite = (address: string) => set({ ...draft, cited: draft.cited.filter(one => one.address !== address) });

export function forgetDraft(): void {
  caret = null;
  set({ text: "", cited: [] });
}

/** A paragraph that shares less than this of its pairs of letters with what was put in is another. */
const enough = 0.3;

const onlyBlank = /^\s*〔待补[^〔〕]*〕\s*$/;

/** Puts a passage behind the paragraph that is being written, or in the place of the blank that stands there; else at the end. */
export function insert(passage: string, source: Cited): void {
  set({ text: withPassage(draft.text, passage, caret), cited: [...draft.cited.filter(one => one.address !== source.address), source] });
}

export function withPassage(text: string, passage: string, at: number | null): string {
  if (text.trim() === "") return passage;
  if (at === null || at > text.length) return `${text.trimEnd()}\n${passage}`;
  const start = text.lastIndexOf("\n", at - 1) + 1, next = text.indexOf("\n", at), end = next < 0 ? text.length : next;
  const line = text.slice(start, end);
  const before = line.trim() === "" || onlyBlank.test(line) ? text.slice(0, start) : `${text.slice(0, end)}\n`;
  return before + passage + text.slice(end);
}

/** What the blank of an outline on the line at a place is to become: the name of a function. */
export function blankAt(text: string, at: number): string | undefined {
  const start = text.lastIndexOf("\n", at - 1) + 1, next = text.indexOf("\n", at);
  const named = /^\s*〔待补：([^〔〕]*)〕\s*$/.exec(text.slice(start, next < 0 ? text.length : next))?.[1];
  return Object.keys(functions).find(name => functions[name] === named);
}

/** Behind which letter of the draft what was put in ends now, however much it was reworked; null when nothing like it is left. */
export function placeOf(text: string, passage: string): number | null {
  let place: number | null = null, most = enough, start = 0;
  for (const line of text.split("\n")) {
    const like = likeness(line, passage);
    if (like > most) [place, most] = [start + line.trimEnd().length, like];
    start += line.length + 1;
  }
  return place;
}

export const useDraft = () => useSyncExternalStore(tell => { listeners.add(tell); return () => { listeners.delete(tell); }; }, () => draft);

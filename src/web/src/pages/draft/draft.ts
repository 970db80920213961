// The draft that is being written, with the sources of what was put into it. It lives in this tab only: not in the address, not in the
// browser's storage, not in the service.
import { useSyncExternalStore } from "react";

export interface Cited {
  citation: string;
  address: string;
}

interface Draft {
  text: string;
  cited: Cited[];
}

let draft: Draft = { text: "", cited: [] };
const listeners = new Set<() => void>();

function set(now: Draft): void {
  draft = now;
  listeners.forEach(tell => tell());
}

export const write = (text: string) => set({ ...draft, text });

export function append(passage: string, source: Cited): void {
  set({
    text: draft.text.trim() === "" ? passage : `${draft.text.trimEnd()}\n${passage}`,
    cited: [...draft.cited.filter(one => one.address !== source.address), source],
  });
}

export const useDraft = () => useSyncExternalStore(tell => { listeners.add(tell); return () => { listeners.delete(tell); }; }, () => draft);

// The draft that is being written. It lives in this tab only: not in the address, not in the browser's storage, not in the service.
import { useSyncExternalStore } from "react";

let text = "";
const listeners = new Set<() => void>();

export function write(now: string): void {
  text = now;
  listeners.forEach(tell => tell());
}

export const append = (passage: string) => write(text === "" ? passage : `${text.trimEnd()}\n${passage}`);

export const useDraft = () => useSyncExternalStore(tell => { listeners.add(tell); return () => { listeners.delete(tell); }; }, () => text);

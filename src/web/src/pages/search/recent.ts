// The last searches of this browser; the service does not know them.
import { read, write } from "../../theme";

const key = "jingjian.recent";
const most = 10;
/** A pasted passage is no search that somebody looks for in a list. */
const longest = 60;

export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(read(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(one => typeof one === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

export function remember(q: string): void {
  if (q.length <= longest) write(key, JSON.stringify([q, ...recent().filter(one => one !== q)].slice(0, most)));
}

export const forget = () => write(key, "[]");

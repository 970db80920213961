import type { Range } from "./differences";
import type { Mark } from "./words";

/** A shared passage, and in it the letters that differ. */
export const passage = (at: number, text: string, source: string, changed: Range[], className: string): Mark[] => [
  { start: at, end: at + text.length, className: `reused class-${source}` },
  ...changed.map(([start, end]) => ({ start: at + start, end: at + end, className })),
];

export const percent = (share: number) => (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0) + "%";
export const count = (number: number) => number.toLocaleString("zh-CN");
export const short = (text: string, length = 24) => { const letters = [...text]; return letters.length > length ? letters.slice(0, length).join("") + "…" : text; };
export const lines = ({ line, lineEnd }: { line: number; lineEnd: number }) => lineEnd > line ? `${line}–${lineEnd}` : `${line}`;
export const when = (instant: string) => new Date(instant).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" });

export function bytes(number: number): string {
  return number < 1024 ? `${number} B` : number < 1 << 20 ? `${(number / 1024).toFixed(0)} KB` : `${(number / (1 << 20)).toFixed(1)} MB`;
}

/** The values of a list under their keys, in order of first appearance. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}

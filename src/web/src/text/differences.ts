// Which characters of two passages differ.

export type Range = [start: number, end: number];

const most = 4_000_000;

/** Ranges of a and of b that the longest common subsequence leaves out; null when they are too long to compare. */
export function differences(a: string, b: string): { a: Range[]; b: Range[] } | null {
  if (a.length * b.length > most) return null;
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j]!;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const onlyA: Range[] = [], onlyB: Range[] = [];
  let i = 0, j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) { i++; j++; }
    else if (at(i + 1, j) >= at(i, j + 1)) onlyA.push([i, ++i]);
    else onlyB.push([j, ++j]);
  }
  if (i < a.length) onlyA.push([i, a.length]);
  if (j < b.length) onlyB.push([j, b.length]);
  return { a: merged(onlyA), b: merged(onlyB) };
}

/** Ranges in order, those that touch or overlap as one. */
export function merged(ranges: readonly (readonly number[])[]): Range[] {
  const sorted = ranges.map(([start = 0, end = 0]): Range => [start, end]).filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

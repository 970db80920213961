// Which characters of two passages differ.

const most = 4_000_000;

/** Ranges of a and of b that the longest common subsequence leaves out; null when they are too long to compare. */
export function differences(a, b) {
  if (a.length * b.length > most) return null;
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const onlyA = [], onlyB = [];
  let i = 0, j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) { i++; j++; }
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) onlyA.push([i, ++i]);
    else onlyB.push([j, ++j]);
  }
  if (i < a.length) onlyA.push([i, a.length]);
  if (j < b.length) onlyB.push([j, b.length]);
  return { a: onlyA, b: onlyB };
}

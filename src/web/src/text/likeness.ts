// How alike two texts are, whatever was moved in them.

const blanks = /〔[^〔〕]*〕/g;

/** Dice's coefficient over pairs of letters; blanks to be filled in and what is no letter do not count. */
export function likeness(a: string, b: string): number {
  const one = pairsOf(a), other = pairsOf(b);
  let shared = 0;
  for (const [pair, times] of one) shared += Math.min(times, other.get(pair) ?? 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : 2 * shared / all;
}

function pairsOf(text: string): Map<string, number> {
  const letters = [...text.replace(blanks, "").replace(/[^\p{L}]/gu, "")];
  const pairs = new Map<string, number>();
  for (let i = 1; i < letters.length; i++) {
    const pair = letters[i - 1]! + letters[i]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, times) => sum + times, 0);

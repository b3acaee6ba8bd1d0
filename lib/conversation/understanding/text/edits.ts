/** Every spelling of a word with one letter left out, and the word itself. */
export function withOneLeftOut(word: string): string[] {
  const spellings = [word];
  for (let at = 0; at < word.length; at += 1) spellings.push(word.slice(0, at) + word.slice(at + 1));
  return spellings;
}

/** True if one letter added, dropped, replaced, or two neighbours swapped, turns `a` into `b`. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const leftA = endA - start;
  const leftB = endB - start;
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

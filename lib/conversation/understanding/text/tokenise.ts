/** A word, a run of digits, an emoji or one punctuation mark. */
export type RawToken = {
  kind: 'word' | 'digits' | 'mark';
  /** As typed. */
  raw: string;
  /** Lower case. */
  text: string;
  /** No space before it. */
  glued: boolean;
};

const pattern = /([\u0B80-\u0BFF]+)|([a-zA-Z]+(?:'[a-zA-Z]+)*)|(\d+)|([½¼¾])|(\p{L}[\p{L}\p{M}]*)|(\S)/gu;

/** Splits text into tokens; digits part from the letters around them (6மணி, 15th), Tamil from Latin. */
export function tokenise(text: string): RawToken[] {
  const tokens: RawToken[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const isWord = match[1] !== undefined || match[2] !== undefined || match[5] !== undefined;
    const kind = isWord ? 'word' : match[3] !== undefined ? 'digits' : 'mark';
    tokens.push({
      kind,
      raw,
      text: raw.toLowerCase(),
      glued: match.index === end && end > 0,
    });
    end = match.index + raw.length;
  }
  return tokens;
}

/** Formatted message text as a tree. WhatsApp's own marks; source: reference §1.4. */
export type TextNode =
  | { kind: 'plain'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: TextNode[] };

export type TextBlock =
  | { kind: 'line'; children: TextNode[] }
  | { kind: 'quote'; children: TextNode[] }
  | { kind: 'item'; marker: string; children: TextNode[] };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

type Mark = keyof typeof marks;

const isMark = (text: string): text is Mark => text in marks;

const linkPattern = /https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]*_~]/;

const wordBefore = /[\p{L}\p{M}\p{N}]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}]/u;

/** Where the mark opened at 0 closes, or -1: no blank inside either end, no word touching from outside. */
const closingMark = (text: string, mark: Mark): number => {
  if (text.length < 3 || /^\s/.test(text.slice(1)) || text[1] === mark) return -1;
  for (let at = text.indexOf(mark, 2); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (!/\s$/.test(text.slice(0, at)) && !wordAfter.test(text.slice(at + 1))) return at;
  }
  return -1;
};

/** The first mark, code span or link in a line, with what it holds; null when the rest is plain. */
const nextSpan = (text: string): { at: number; length: number; node: TextNode } | null => {
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at);
    const char = text[at] ?? '';
    if (char === '`') {
      const code = /^(`{3}|`)([^`]+)\1/.exec(rest);
      if (code) return { at, length: code[0].length, node: { kind: 'code', text: code[2] ?? '' } };
    } else if (char === 'h' && linkPattern.exec(rest)?.index === 0) {
      const href = linkPattern.exec(rest)?.[0] ?? '';
      return { at, length: href.length, node: { kind: 'link', text: href, href } };
    } else if (isMark(char) && !wordBefore.test(text.slice(0, at))) {
      const end = closingMark(rest, char);
      if (end > 0) {
        const children = formatLine(rest.slice(1, end));
        return { at, length: end + 1, node: { kind: marks[char], children } };
      }
    }
  }
  return null;
};

/** One line of text with its marks and links. */
export const formatLine = (text: string): TextNode[] => {
  const nodes: TextNode[] = [];
  let rest = text;
  for (let span = nextSpan(rest); span !== null; span = nextSpan(rest)) {
    if (span.at > 0) nodes.push({ kind: 'plain', text: rest.slice(0, span.at) });
    nodes.push(span.node);
    rest = rest.slice(span.at + span.length);
  }
  return rest === '' ? nodes : [...nodes, { kind: 'plain', text: rest }];
};

const formatBlock = (line: string): TextBlock => {
  const quote = /^> (.*)$/.exec(line);
  if (quote) return { kind: 'quote', children: formatLine(quote[1] ?? '') };
  const item = /^(?:[-*]|(\d{1,2}\.)) (.+)$/.exec(line);
  if (item) return { kind: 'item', marker: item[1] ?? '•', children: formatLine(item[2] ?? '') };
  return { kind: 'line', children: formatLine(line) };
};

/** A message body, line by line. */
export const formatText = (text: string): TextBlock[] => text.split('\n').map(formatBlock);

const plainNode = (node: TextNode): string =>
  'children' in node ? node.children.map(plainNode).join('') : node.text;

/** The words alone, without marks: for quotes and one-line summaries. */
export const plainText = (text: string): string =>
  formatText(text)
    .map((block) => block.children.map(plainNode).join(''))
    .join('\n');

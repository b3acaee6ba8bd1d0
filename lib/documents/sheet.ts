import PDFDocument from 'pdfkit';
import { allFaces, faceName, faceOf, type Weight } from './faces';
import { scriptRuns, type ScriptRun } from './script-runs';

export type Tone = 'ink' | 'muted';

/** A5 upright, in points. */
const paper = { width: 419.53, margin: 34 };
export const column = { left: paper.margin, width: paper.width - 2 * paper.margin };

const tones: Record<Tone, string> = { ink: '#16201c', muted: '#5b6661' };
const hairline = '#d5dbd8';

type Text = {
  x?: number;
  y?: number;
  width?: number;
  size?: number;
  weight?: Weight;
  tone?: Tone;
  align?: 'left' | 'right';
};

/** A sheet of paper that is written from top to bottom, in the letters of every language. */
export class Sheet {
  readonly #document: PDFKit.PDFDocument;
  readonly #bytes: Promise<Buffer>;
  /** How far down it is written. */
  y = paper.margin;

  constructor(info: { title: string; author: string; at: Date; language: string }) {
    this.#document = new PDFDocument({
      size: 'A5',
      margin: paper.margin,
      // Two sheets that say the same are the same file.
      info: { Title: info.title, Author: info.author, CreationDate: info.at },
      lang: info.language,
      displayTitle: true,
      // Otherwise it opens a face of its own from a file beside its code.
      font: faceOf('en', 'regular') as unknown as string,
    });
    for (const [name, bytes] of allFaces()) this.#document.registerFont(name, bytes);
    const chunks: Buffer[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.#document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#document.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      this.#document.on('error', reject);
    });
  }

  /** Writes a paragraph and gives the place below it; `y` of the sheet stays. */
  text(text: string, how: Text = {}): number {
    const { x = column.left, y = this.y, width = column.width, size = 9, weight = 'regular' } = how;
    const { tone = 'ink', align = 'left' } = how;
    const document = this.#document.fontSize(size).fillColor(tones[tone]);
    const inFace = ({ language }: ScriptRun) => document.font(faceName(language, weight));
    const runs = scriptRuns(printable(text));
    const [first = { text: '', language: 'en' as const }, ...rest] = runs;
    // The library cannot set several runs to the right; what stands there is short, and moved as a whole.
    const start =
      align === 'right' && rest.length > 0
        ? x + width - runs.reduce((sum, run) => sum + inFace(run).widthOfString(run.text), 0)
        : x;
    const options = {
      width: x + width - start,
      align: rest.length > 0 ? ('left' as const) : align,
      lineGap: 1,
    };
    inFace(first).text(first.text, start, y, { ...options, continued: rest.length > 0 });
    for (const [place, run] of rest.entries())
      inFace(run).text(run.text, { continued: place < rest.length - 1 });
    return document.y;
  }

  /** A label with its value on the right of it. */
  row(
    label: string,
    value: string,
    how: { bold?: boolean; size?: number; amount?: boolean; ink?: boolean } = {},
  ): void {
    const { bold = false, size = 9, amount = false, ink = bold } = how;
    const weight = bold ? 'bold' : 'regular';
    const split = amount ? column.width - 110 : 118;
    const below = [
      this.text(label, { width: split - 8, size, weight, tone: ink ? 'ink' : 'muted' }),
      this.text(value, {
        x: column.left + split,
        width: column.width - split,
        size,
        weight,
        align: amount ? 'right' : 'left',
      }),
    ];
    this.y = Math.max(...below) + 4;
  }

  line(): void {
    this.y += 4;
    this.#document
      .moveTo(column.left, this.y)
      .lineTo(column.left + column.width, this.y)
      .lineWidth(0.7)
      .strokeColor(hairline)
      .stroke();
    this.y += 9;
  }

  /** Whether the picture could be set: a JPEG shows only here that it is none. */
  picture(bytes: Buffer, at: { x: number; y: number; size: number }): boolean {
    try {
      this.#document.image(bytes, at.x, at.y, { fit: [at.size, at.size] });
      return true;
    } catch {
      return false;
    }
  }

  end(): Promise<Buffer> {
    this.#document.end();
    return this.#bytes;
  }
}

/** Without what no letter of the face can show: emoji, and control characters that names have been seen to carry. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      /[\p{Extended_Pictographic}\p{Cc}\p{Cs}\u{fe0f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu,
      ' ',
    )
    .replace(/ {2,}/g, ' ')
    .trim();

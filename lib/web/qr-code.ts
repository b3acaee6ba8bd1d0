import { create } from 'qrcode';

/** A QR code as the path of an SVG whose box is `size` wide and high: dark squares, four light ones around. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) squares.push(`M${String(column + quiet)} ${String(row + quiet)}h1v1h-1z`);
  return { size: modules.size + 2 * quiet, path: squares.join('') };
}

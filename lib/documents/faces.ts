import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { byLanguage, languages, type Language } from '../kernel/local-text';

export type Weight = 'regular' | 'bold';

type Face = { package: string; name: string };

/** Noto Sans Tamil has the Latin letters and the rupee sign beside the Tamil ones: one family for both scripts. */
const tamil: Face = { package: '@expo-google-fonts/noto-sans-tamil', name: 'NotoSansTamil' };

/** The family that shapes the letters of a language on paper. */
const faces: Record<Language, Face> = { ta: tamil, en: tamil };

/** The packages whose files are read from the disk when a document is made. */
export const facePackages = [...new Set(Object.values(byLanguage((language) => faces[language].package)))];

const weights: Record<Weight, string> = { regular: '400Regular', bold: '700Bold' };
const read = new Map<string, Buffer>();

/** The bytes of a face. */
export function faceOf(language: Language, weight: Weight): Buffer {
  const face = faces[language];
  const file = `${face.package}/${weights[weight]}/${face.name}_${weights[weight]}.ttf`;
  // Looked up at run time: written as an import, a bundler would try to read it.
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const known = read.get(file) ?? readFileSync(require.resolve(file));
  read.set(file, known);
  return known;
}

/** Every face that a sheet may be written with, by the name that `faceName` gives it. */
export const allFaces = (): Map<string, Buffer> =>
  new Map(
    languages.flatMap((language) =>
      (['regular', 'bold'] as const).map((weight) => [faceName(language, weight), faceOf(language, weight)]),
    ),
  );

export const faceName = (language: Language, weight: Weight): string => `${faces[language].name} ${weight}`;

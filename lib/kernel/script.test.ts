import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from './local-text';
import { languageOfLetters, scripts, westernDigits } from './script';

describe('letters', () => {
  it('of a script of its own show their language', () => {
    expect(languageOfLetters('court நாளைக்கு')).toBe('ta');
    expect(languageOfLetters('court tomorrow 6')).toBeNull();
  });

  it.each(languages)('of %s have a face on every page', (language) => {
    const script = scripts[language];
    if (script === null) return;
    expect(readFileSync('app/globals.css', 'utf8')).toContain(`noto-sans-${script.toLowerCase()}/wght.css`);
    expect(readFileSync('tailwind.config.ts', 'utf8')).toContain(`Noto Sans ${script} Variable`);
  });
});

it('digits of every Indian script become Western ones', () => {
  expect(westernDigits('௦௧௨௩௪௫௬௭௮௯')).toBe('0123456789');
  expect(westernDigits('०९ ০৯ ੦੯ ૦૯ ୦୯ ౦౯ ೦೯ ൦൯')).toBe('09 09 09 09 09 09 09 09');
  expect(westernDigits('௰ ½ 7 க அ')).toBe('௰ ½ 7 க அ');
});

import { expect, test } from 'vitest';
import { checkTemplate, fillTemplate } from './check-template';
import { limits, textLength } from './limits';
import { cleanParameter, fitParameters } from './template-parameters';
import { definitionOf } from './template-set/template-set';

test('a parameter is one line without tabs or runs of spaces, and never empty', () => {
  expect(cleanParameter('Court 2\n12 Main Road\r\nChennai')).toBe('Court 2, 12 Main Road, Chennai');
  expect(cleanParameter('a\tb      c')).toBe('a b c');
  expect(cleanParameter(' \n\t ')).toBeNull();
  expect(cleanParameter('\u202eabc')).toBe('abc');
});

test('the filled body fits, and the longest value gives way first', () => {
  const definition = definitionOf('staff_reply', 'ta');
  const values = { business: 'கிளப்', message: 'நாளை வாருங்கள் '.repeat(200) };
  const fitted = fitParameters(definition, values);
  expect(fitted?.['business']).toBe('கிளப்');
  expect(textLength(fillTemplate(definition.body, fitted ?? {}))).toBeLessThanOrEqual(limits.templateBody);
  const message = { kind: 'template', name: definition.name, language: 'ta', body: fitted ?? {} } as const;
  expect(checkTemplate(message, definition.body)).toEqual([]);
});

test('a place without a value makes the template unsendable', () => {
  expect(fitParameters(definitionOf('running_late', 'en'), { business: 'Club' })).toBeNull();
});

test('a value cannot bring a place of its own', () => {
  const definition = definitionOf('staff_reply', 'en');
  const fitted = fitParameters(definition, { business: '{{message}}', message: 'hello' });
  expect(fillTemplate(definition.body, fitted ?? {})).toContain('Hello from {{message}}!');
});

import { expect, test } from 'vitest';
import { formatLine, formatText, plainText } from './format-text';

const plain = (text: string) => ({ kind: 'plain', text });

test('marks around words become bold, italic and struck', () => {
  expect(formatLine('*உறுதி* _மெதுவாக_ ~₹600~')).toEqual([
    { kind: 'bold', children: [plain('உறுதி')] },
    plain(' '),
    { kind: 'italic', children: [plain('மெதுவாக')] },
    plain(' '),
    { kind: 'strike', children: [plain('₹600')] },
  ]);
});

test('marks nest', () => {
  expect(formatLine('*a _b_*')).toEqual([
    { kind: 'bold', children: [plain('a '), { kind: 'italic', children: [plain('b')] }] },
  ]);
});

test.each(['2*3*4', 'snake_case_name', '* not bold *', '*open', '**', 'கோர்ட்*1*'])(
  '%s stays as it is',
  (text) => {
    expect(formatLine(text)).toEqual([plain(text)]);
  },
);

test('a web address is a link without the full stop after it', () => {
  expect(formatLine('See https://a.in/x?y=1_2. Bye')).toEqual([
    plain('See '),
    { kind: 'link', text: 'https://a.in/x?y=1_2', href: 'https://a.in/x?y=1_2' },
    plain('. Bye'),
  ]);
});

test('lines can be quotes and items', () => {
  expect(formatText('> said\n- one\n2. two\nrest').map((block) => block.kind)).toEqual([
    'quote',
    'item',
    'item',
    'line',
  ]);
});

test('P30 a text of 4096 open marks is read in no time', () => {
  const started = performance.now();
  formatText('*'.repeat(4096));
  formatText('*a '.repeat(1365));
  expect(performance.now() - started).toBeLessThan(1_500);
});

test('the plain text of a message has its words and lines but no marks', () => {
  expect(plainText('*சனி* _28_\n> மாலை')).toBe('சனி 28\nமாலை');
});

import { expect, test } from 'vitest';
import { fileAnswer } from './file-answer';

const answer = (mimeType: string) => fileAnswer({ bytes: Buffer.from('x'), mimeType, name: 'image-1a2b3c' });

test('a picture keeps its type and is never opened on its own', async () => {
  const { headers } = answer('image/jpeg');
  expect(headers.get('content-type')).toBe('image/jpeg');
  expect(headers.get('content-disposition')).toBe('attachment; filename="image-1a2b3c.jpg"');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(await answer('image/jpeg').text()).toBe('x');
});

test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', ''])(
  'what could hold a script (%s) is bytes only',
  (mimeType) => {
    const { headers } = answer(mimeType);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain('.bin"');
  },
);

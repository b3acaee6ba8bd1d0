import { expect, test } from 'vitest';
import { linkToken, readLinkToken } from './link-token';

const id = '0196f1b2-7c3d-7abc-8def-0123456789ab';

test('a link token gives back its parts, and is short enough for a chat', () => {
  const token = linkToken('secret', ['booking', id, id]);
  expect(readLinkToken('secret', token)).toEqual(['booking', id, id]);
  expect(token.length).toBeLessThan(80);
  expect(token).toMatch(/^[\w.~-]+$/);
});

test('an altered token, or one of another installation, is refused', () => {
  const token = linkToken('secret', ['booking', id]);
  expect(readLinkToken('other', token)).toBeNull();
  expect(readLinkToken('secret', `x${token}`)).toBeNull();
  expect(readLinkToken('secret', '')).toBeNull();
  expect(readLinkToken('secret', 'nonsense')).toBeNull();
});

import { expect, test } from 'vitest';
import { asciiJson, signature } from './webhook-envelope';

test('the signature is the one Meta computes over the raw bytes', () => {
  const body = asciiJson({ t: 'கோர்ட்' });
  expect(body).toBe(String.raw`{"t":"\u0b95\u0bcb\u0bb0\u0bcd\u0b9f\u0bcd"}`);
  expect(signature('test_app_secret', body)).toBe(
    'sha256=fbb43e30d595f005c6bd6872452570e5155195ae31340c222c2f7579f5d4d721',
  );
});

test('characters beyond the basic plane become surrogate pairs', () => {
  expect(asciiJson('👍')).toBe(String.raw`"\ud83d\udc4d"`);
});

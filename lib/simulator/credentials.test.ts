import { expect, test } from 'vitest';
import { simulatorCredentials } from './credentials';

test('the same secret gives the same credentials, another gives others', () => {
  expect(simulatorCredentials('a')).toEqual(simulatorCredentials('a'));
  const [one, other] = [simulatorCredentials('a'), simulatorCredentials('b')];
  const all = [...Object.values(one), ...Object.values(other)];
  expect(new Set(all).size).toBe(6);
});

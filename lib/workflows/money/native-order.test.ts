import { expect, it } from 'vitest';
import { attemptIdOf, importerOf, orderReference } from './native-order';

const name = { en: 'Neram Sports' };

it.each([
  ['12, Sample Street, T. Nagar, Chennai 600017', 'Chennai', 'TN', '600017'],
  ['4 Race Course Rd,\nCoimbatore - 641 018.', 'Coimbatore', 'TN', '641018'],
  ['MG Road, Kochi, 682016', 'Kochi', 'KL', '682016'],
])('reads city and state out of %j', (address, city, zoneCode, postalCode) => {
  expect(importerOf(name, { en: address })).toMatchObject({ city, zoneCode, postalCode });
});

it.each(['', 'Behind the temple', 'Chennai', '600017', 'Somewhere 990017'])(
  'makes nothing up for %j',
  (address) => {
    expect(importerOf(name, { en: address })).toBeNull();
  },
);

it('names an attempt in 32 characters, and finds it again', () => {
  const id = '01a21893-2382-7093-8d1c-048e00f20e1f';
  expect(orderReference(id)).toHaveLength(32);
  expect(attemptIdOf(orderReference(id))).toBe(id);
  expect(attemptIdOf('BK-7F3K-1')).toBeNull();
});

import { expect, test } from 'vitest';
import { formatPhone } from './format-phone';

test.each([
  ['+919876543210', '+91 98765 43210'],
  ['+914423456789', '+914423456789'],
  ['+14155550123', '+14155550123'],
  ['no number', 'no number'],
  [null, null],
])('%s is read out as %s', (phone, read) => {
  expect(formatPhone(phone)).toBe(read);
});

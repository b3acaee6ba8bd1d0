import { expect, test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';

test('P26 a doctor for a family member, in English: the patient is asked for, named and known again', async ({
  page,
}) => {
  await openSimulator(page);
  const anitha = await newPhone(page, 'Anitha');

  await anitha.write('Hi, I need a doctor for my mother');
  await anitha.reads('Which doctor would you like to see?');
  const doctor = await anitha.choose(/Priya/);
  await anitha.reads('which day suits you?');
  await anitha.choose(2);
  await anitha.reads('what time suits you?');
  const time = await anitha.choose(0);
  await anitha.reads("your mother's name and age");
  await anitha.write('Lakshmi 62');
  const review = await anitha.reads('Please check:');
  for (const part of [doctor, time, '👤 Lakshmi', 'In an emergency call 108']) expect(review).toContain(part);
  expect(review).not.toContain(anitha.name);
  await anitha.tap('Confirm');
  expect(await anitha.reads('Booked!')).toContain('👤 Lakshmi');

  await anitha.write('doctor for my mother again, Dr Priya');
  await anitha.reads('which day suits you?');
  await anitha.choose(3);
  await anitha.choose(0);
  expect(await anitha.reads('Please check:')).toContain('👤 Lakshmi');
});

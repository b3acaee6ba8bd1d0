import { expect, test } from '@playwright/test';
import { bookCourt, newPhone, openSimulator, ownHour } from './phone';

test('a known customer books by one sentence and Confirm', async ({ page }) => {
  await openSimulator(page);
  const ravi = await newPhone(page, 'Ravi');
  const { day } = await bookCourt(ravi, { day: 4, time: 3 });
  // What a list offers is free, whoever else has booked; the time just taken need not be.
  await ravi.write('court');
  await ravi.choose(4);
  const time = await ravi.rowTitle(3);

  await ravi.write(`court on ${day} at ${time}`);
  const review = await ravi.reads('Please check:');
  for (const part of [time, ravi.name]) expect(review).toContain(part);
  await ravi.tap('Confirm');
  expect(await ravi.reads('Booked!')).toContain(time);
});

test('one Tamil sentence is enough even from somebody new, but for the name', async ({ page }) => {
  await openSimulator(page, 'ta');
  const kumar = await newPhone(page, 'குமார்', 'ta');
  await kumar.write('கோர்ட்');
  const day = await kumar.rowTitle(7);
  const hour = ownHour();
  await kumar.write(`${day} காலை ${hour} மணிக்கு கோர்ட் வேண்டும்`);
  await kumar.reads('யார் பெயரில்');
  await kumar.tap(kumar.name);
  const review = await kumar.reads('சரியா இருக்கான்னு பாருங்க');
  for (const part of [day.replace(' ', ', '), `காலை ${hour}:00 – ${hour + 1}:00`, kumar.name])
    expect(review).toContain(part);
  await kumar.tap('உறுதி செய்');
  await kumar.reads('புக் ஆயிடுச்சு!');
});

import { expect, test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';

test('a new customer has a court by six taps in Tamil, a known one by five', async ({ page }) => {
  await openSimulator(page, 'ta');
  const meena = await newPhone(page, 'மீனா', 'ta');

  await meena.write('வணக்கம்');
  await meena.reads('உங்களை வரவேற்கிறது');
  await meena.tap('பேட்மிண்டன் கோர்ட்');
  await meena.reads('எந்த நாள் வேணும்?');
  const day = await meena.choose(3);
  await meena.reads('எத்தனை மணிக்கு வேணும்?');
  const time = await meena.choose(2);
  await meena.reads('யார் பெயரில்');
  await meena.tap(meena.name);
  const review = await meena.reads('சரியா இருக்கான்னு பாருங்க');
  for (const part of [day.split(' ').slice(-2).join(' '), time, meena.name, '₹'])
    expect(review).toContain(part);
  await meena.tap('உறுதி செய்');
  const booked = await meena.reads('புக் ஆயிடுச்சு!');
  for (const part of [time, meena.name, 'சென்னை']) expect(booked).toContain(part);

  await meena.write('வணக்கம்');
  await meena.reads('மீண்டும் வந்ததில்');
  await meena.choose(/^பேட்மிண்டன் கோர்ட்/);
  await meena.choose(4);
  await meena.choose(0);
  await meena.tap('உறுதி செய்');
  await meena.reads('புக் ஆயிடுச்சு!');
});

import { test } from '@playwright/test';
import { newPhone, openSimulator } from './phone';

test('the chat answers in the language written, in the middle of a booking too, and keeps the booking', async ({
  page,
}) => {
  await openSimulator(page);
  const sara = await newPhone(page, 'Sara');
  await sara.write('Hi');
  await sara.reads('Welcome to');
  await sara.tap('Badminton court');
  await sara.reads('which day suits you?');
  await sara.write('தமிழ்');
  await sara.reads('எந்த நாள் வேணும்?');
  await sara.choose(4);
  await sara.reads('எத்தனை மணிக்கு வேணும்?');
  await sara.write('English');
  await sara.reads('what time suits you?');
});

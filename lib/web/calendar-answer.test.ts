import { expect, test } from 'vitest';
import { calendarAnswer } from './calendar-answer';

const ask = (file: string, tag?: string): Response =>
  calendarAnswer(
    new Request('http://localhost/ical/x.ics', {
      headers: tag === undefined ? {} : { 'if-none-match': tag },
    }),
    file,
    'bookings',
  );

test('whoever has these very bytes gets none of them again', async () => {
  const first = ask('BEGIN:VCALENDAR');
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await first.text()).toBe('BEGIN:VCALENDAR');
  const tag = first.headers.get('etag') ?? '';
  const again = ask('BEGIN:VCALENDAR', `"other", W/${tag}`);
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
  expect(ask('BEGIN:VCALENDAR2', tag).status).toBe(200);
});

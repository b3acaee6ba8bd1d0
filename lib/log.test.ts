import { expect, test } from 'vitest';
import { createLogger } from './log';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  write(createLogger({ level: 'info', role: 'test', destination }));
  return text;
}

test('phone numbers keep their last four digits in fields, messages and errors', () => {
  const text = logged((log) => {
    log.info({ to: '919876543210', customer: { phone: '+91 98765 43210' } }, 'sent to 919876543210');
    log.error({ err: new Error('no answer from +919876543210') }, 'failed');
  });
  expect(text).not.toMatch(/98765/);
  expect(text.match(/…3210/g)).toHaveLength(5);
});

test('no secret reaches a line', () => {
  const text = logged((log) => {
    log.info({
      accessToken: 'abc-token',
      channel: { credentials: 'sealed', headers: { authorization: 'Bearer xyz' } },
    });
    log.warn(`refused: Bearer EAAGm0PX4ZCpsBAKZC and EAAGm0PX4ZCpsBAKZCAAAA`);
  });
  expect(text).not.toMatch(/abc-token|sealed|xyz|EAAG/);
});

test('ids and times stay whole, and lines are JSON', () => {
  const id = '0196f1b2-7c3d-7abc-8def-012345678901';
  const at = new Date(1_795_414_500_000);
  const text = logged((log) => {
    log.info({ id, at, ms: 1_795_414_500_000 }, 'done');
  });
  expect(JSON.parse(text)).toMatchObject({
    id,
    at: at.toISOString(),
    ms: 1_795_414_500_000,
    role: 'test',
    level: 'info',
  });
});

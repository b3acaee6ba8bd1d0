import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './smtp-mailer';

type Got = { from: string | false; to: string[]; raw: string };

let server: SMTPServer | undefined;
afterEach(() => {
  server?.close();
});

const start = async (onLetter: (got: Got) => void, refusal?: Error): Promise<string> => {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, done) => {
      done(refusal);
    },
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      const from = mailFrom && mailFrom.address;
      const to = rcptTo.map((one) => one.address);
      void text(stream).then((raw) => {
        onLetter({ from, to, raw });
        done();
      });
    },
  });
  server = made;
  await new Promise<void>((resolve) => {
    made.listen(0, '127.0.0.1', resolve);
  });
  return `smtp://127.0.0.1:${String((made.server.address() as AddressInfo).port)}`;
};

const letter = { to: 'kumar@club.test', subject: 'நேரம்', text: 'வணக்கம்\n\nhttps://book.example/reset/abc' };

test('a letter goes out over SMTP, Tamil and all', async () => {
  const got: Got[] = [];
  const url = await start((one) => got.push(one));
  await smtpMailer(url, 'Neram <book@club.test>').send(letter);
  expect(got).toMatchObject([{ from: 'book@club.test', to: ['kumar@club.test'] }]);
  const raw = got[0]?.raw ?? '';
  expect(raw).toContain('Subject: =?UTF-8?');
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('\r\n', '');
  expect(Buffer.from(body, 'base64').toString()).toContain('வணக்கம்');
});

test('a refusal and a server that is not there are thrown', async () => {
  const url = await start(() => undefined, new Error('no such mailbox'));
  await expect(smtpMailer(url, 'book@club.test').send(letter)).rejects.toThrow('no such mailbox');
  await expect(smtpMailer('smtp://127.0.0.1:1', 'book@club.test').send(letter)).rejects.toThrow();
});

import { createTransport } from 'nodemailer';
import type { Mailer } from './types';

const timeoutMs = 15_000;

/**
 * Mail through an SMTP server: `smtp://user:password@host:587` (STARTTLS where it is offered) or `smtps://…:465`.
 * `from` is what stands as the sender.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async send(letter) {
      // Tamil in quoted-printable would be three times as long and in lines nobody can read.
      await transport.sendMail({ from, ...letter, textEncoding: 'base64' });
    },
  };
}

import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;

const totpOf = (secret: string, account: string): TOTP =>
  new TOTP({ issuer: 'Neram', label: account, secret: Secret.fromBase32(secret), period: stepSeconds });

/** A fresh TOTP key, base32, of 160 bits. Source: RFC 4226 §4, RFC 6238. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, account: string): string => totpOf(secret, account).toString();

/**
 * The time step that a six-digit code belongs to, one step early or late allowed; null for a wrong code or one whose
 * step is not after `lastStep` (a code counts once). Source: RFC 6238 §5.2.
 */
export function checkTotp(
  secret: string,
  code: string,
  options: { now: Date; lastStep: number | null },
): number | null {
  const timestamp = options.now.getTime();
  const delta = totpOf(secret, '').validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / stepSeconds) + delta;
  return options.lastStep !== null && step <= options.lastStep ? null : step;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A recovery code that can be written down: `k7dq-9f3m`. About 40 bits, used once, behind the sign-in limits. */
export const newRecoveryCode = (): string => {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}`;
};

/** What is kept of a code or of a link's secret. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret.trim().toLowerCase()).digest('hex');

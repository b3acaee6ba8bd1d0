import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

// v1.<key id>.<iv>.<tag>.<ciphertext>, base64url. The key id names which secret sealed it, so that a
// rotation can tell what is still under the old one.

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'neram credentials', 32));

const keyId = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/** Encrypts a secret value (AES-256-GCM) under the installation's master key, for keeping in the database. */
export function seal(plain: string, secret: string): string {
  const key = keyOf(secret);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [
    'v1',
    keyId(key),
    ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url')),
  ].join('.');
}

/** Opens what `seal` made. Throws when it was sealed under another master key or has been altered. */
export function unseal(sealed: string, secret: string): string {
  const key = keyOf(secret);
  const [version, id, iv, tag, body] = sealed.split('.');
  if (version !== 'v1' || !id || !iv || !tag || body === undefined) throw new Error('Not a sealed value.');
  if (id !== keyId(key)) {
    throw new Error(
      'A stored credential was sealed under another NERAM_SECRET. Start with the secret it was saved under.',
    );
  }
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}

import { z } from 'zod';

/** The parts of a service account's JSON key that are used. Source: Google, service accounts. */
const serviceAccount = z.object({
  kind: z.literal('service-account'),
  email: z.string(),
  keyId: z.string(),
  privateKey: z.string(),
});

/** Kept for an account that its owner connected by signing in at Google. */
const oauth = z.object({ kind: z.literal('oauth'), email: z.string(), refreshToken: z.string() });

/** What is sealed of a calendar account. */
export const calendarCredentialsSchema = z.discriminatedUnion('kind', [serviceAccount, oauth]);
export type CalendarCredentials = z.infer<typeof calendarCredentialsSchema>;
export type ServiceAccount = z.infer<typeof serviceAccount>;

const keyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.email(),
  private_key_id: z.string().min(1),
  private_key: z.string().includes('PRIVATE KEY'),
});

/** Reads a service account's JSON key as Google gives it; null for anything else. */
export function readKeyFile(text: string): ServiceAccount | null {
  try {
    const { client_email: email, private_key_id: keyId, private_key: key } = keyFile.parse(JSON.parse(text));
    // Passed through an environment variable, its line ends are often escaped twice.
    return { kind: 'service-account', email, keyId, privateKey: key.replaceAll('\\n', '\n') };
  } catch {
    return null;
  }
}

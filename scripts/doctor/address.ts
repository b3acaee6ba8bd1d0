import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { well, wrong, type Finding } from './finding';

const dayMs = 86_400_000;
/** Let's Encrypt renews thirty days before the end: who is below this has a renewal that fails. */
const leastDays = 14;

const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/**
 * Whether the public address leads to this Neram. `connected`: there is a real number, whose provider must reach it.
 */
export async function checkAddress(publicUrl: string, connected: boolean): Promise<Finding> {
  const what = 'Public address';
  const url = new URL(publicUrl);
  if (isLocal(url) || url.protocol !== 'https:')
    return connected
      ? wrong(
          what,
          `${publicUrl} is not reachable by WhatsApp’s provider`,
          'Set NERAM_PUBLIC_URL to an https address that leads here (a reverse proxy, or a tunnel to try).',
        )
      : well(what, `${publicUrl}, for this machine only; enough to try Neram`);
  try {
    const answer = await fetch(`${publicUrl}/api/health/live`, { signal: AbortSignal.timeout(10_000) });
    const body: unknown = await answer.json().catch(() => null);
    if (answer.ok && JSON.stringify(body) === '{"status":"live"}')
      return well(what, `${publicUrl} leads to Neram`);
    return wrong(
      what,
      `${publicUrl} is answered by something else (status ${String(answer.status)})`,
      'Let the proxy pass everything to the web process, /api included.',
    );
  } catch (error) {
    return wrong(
      what,
      `${publicUrl} does not answer (${reasonOf(error)})`,
      'Check the name’s DNS record, the firewall (ports 80 and 443) and that the proxy runs. Some networks cannot reach their own public address: then try from a phone.',
    );
  }
}

type Presented = { certificate: Pick<DetailedPeerCertificate, 'valid_to'> | null; problem: string | null };

/** What the certificate's state means. `problem`: why it is not trusted, as Node says it. */
export function judgeCertificate(host: string, { certificate, problem }: Presented, now: Date): Finding {
  const what = 'TLS';
  const until = certificate ? new Date(certificate.valid_to) : null;
  const days = until && Math.floor((until.getTime() - now.getTime()) / dayMs);
  if (days !== null && days < 0)
    return wrong(
      what,
      `the certificate of ${host} ended ${String(-days)} days ago`,
      'Renew it; providers call nobody without.',
    );
  if (problem !== null)
    return wrong(
      what,
      `the certificate of ${host} is not trusted (${problem})`,
      'Use one of a public authority with its whole chain, for this very name. Caddy gets one by itself.',
    );
  if (days === null) return wrong(what, `${host} shows no certificate`, 'Check what listens on port 443.');
  return days < leastDays
    ? wrong(what, `the certificate of ${host} ends in ${String(days)} days`, 'Look why it is not renewed.')
    : well(what, `the certificate of ${host} is valid for ${String(days)} more days`);
}

/** Looks at the certificate of an https address; null where the address has none to look at. `ca`: whom to trust besides. */
export async function checkTls(publicUrl: string, now: Date, ca?: string): Promise<Finding | null> {
  const url = new URL(publicUrl);
  if (url.protocol !== 'https:') return null;
  const host = url.hostname;
  try {
    return judgeCertificate(host, await presented(host, Number(url.port || 443), ca), now);
  } catch (error) {
    return wrong('TLS', `${host} does not speak TLS (${reasonOf(error)})`, 'Check the proxy and its port.');
  }
}

const presented = (host: string, port: number, ca?: string): Promise<Presented> =>
  new Promise((resolve, reject) => {
    const socket = connect(
      {
        host,
        port,
        ...(isIP(host) === 0 && { servername: host }),
        rejectUnauthorized: false,
        ...(ca && { ca }),
      },
      () => {
        const shown = socket.getPeerCertificate(true);
        // Nothing shown is an empty object.
        const certificate = 'valid_to' in shown ? shown : null;
        // Typed as an Error; Node gives the code of the trouble as text.
        const problem = socket.authorized ? null : String(socket.authorizationError);
        socket.end();
        resolve({ certificate, problem });
      },
    );
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer within 10 s')));
    socket.once('error', reject);
  });

/** `fetch` hides what went wrong in its cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

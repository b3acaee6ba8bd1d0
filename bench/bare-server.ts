import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { storeEventsSql } from '../lib/inbox/sql/store-events';

// What the webhook route is measured against: Node's own server doing a signature check, JSON.parse and the very same
// insert, and nothing else. Arguments: port, database, business, channel, app secret.
const [port = '0', databaseUrl = '', businessId = '', channelId = '', appSecret = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

type Body = { entry: { changes: { value: { messages: { id: string; from: string }[] } }[] }[] };

async function store(raw: Buffer, signature: string): Promise<number> {
  const wanted = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(raw).digest('hex')}`);
  const given = Buffer.from(signature);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 401;
  const body = JSON.parse(raw.toString()) as Body;
  const message = body.entry[0]?.changes[0]?.value.messages[0];
  if (!message) return 400;
  const row = {
    id: crypto.randomUUID(),
    event_key: `m:${message.id}`,
    kind: 'message',
    sender_key: message.from,
    payload: body,
  };
  await pool.query({
    name: 'store-events',
    text: storeEventsSql,
    values: [businessId, channelId, JSON.stringify([row]), new Date()],
  });
  return 200;
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void store(Buffer.concat(chunks), String(request.headers['x-hub-signature-256'])).then((status) =>
      response.writeHead(status).end(),
    );
  });
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

import type { SendRecord } from '../lib/simulator/types';
import { numberRate, sendUnderLoad } from '../lib/testing/sending-load';
import { startSimulator } from '../lib/simulator/server';
import { freePort } from '../lib/db/embedded/free-port';
import type { BenchRow } from './bench-row';
import { benchNumber, withBenchStack } from './bench-stack';

const seconds = 300;
const workers = 4;

/**
 * One number offered its full rate for five minutes by four workers, against a stand-in that answers 130429 and 131056
 * where a limit is broken: none may be, and nothing may be lost, doubled or out of order.
 */
export async function run(): Promise<BenchRow[]> {
  const port = await freePort();
  const sent: SendRecord[] = [];
  const simulator = await startSimulator({
    port: 0,
    history: 'none',
    anyRecipient: true,
    pairRate: true,
    throughputPerSecond: numberRate,
    webhook: { ...benchNumber, url: `http://127.0.0.1:${String(port)}/api/webhooks/whatsapp/demo` },
    onSend: (record) => void sent.push(record),
  });
  try {
    return await withBenchStack(
      simulator.url,
      async (stack) => {
        await stack.startWeb();
        for (let n = 0; n < workers; n += 1) await stack.startWorker();
        const { database } = stack;
        return rowsOf(await sendUnderLoad({ database, control: simulator.control, sent, seconds }));
      },
      port,
    );
  } finally {
    await simulator.close();
  }
}

function rowsOf(result: Awaited<ReturnType<typeof sendUnderLoad>>): BenchRow[] {
  const comparedWith = `${String(result.offered)} messages offered at ${String(numberRate)}/s, ${String(result.heard)} heard`;
  const row = (what: string, value: number, reach: string, unit = ''): BenchRow => ({
    what: `${String(workers)} workers, one number: ${what}`,
    ...{ value, unit, comparedWith, ratio: null, reach },
  });
  return [
    row(
      'messages in and out',
      (result.accepted + result.heard) / result.seconds,
      `near ${String(numberRate)}`,
      '/s',
    ),
    row('limits broken (130429, 131056)', result.refused, '0'),
    row('messages lost', result.lost, '0'),
    row('messages doubled', result.doubled, '0'),
    row('messages out of order', result.outOfOrder, '0'),
  ];
}

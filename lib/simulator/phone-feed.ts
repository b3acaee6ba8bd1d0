import type { ServerResponse } from 'node:http';
import type { Simulator } from './simulator';
import type { FeedEvent } from './types';

/** A quiet feed is kept open through proxies by a comment every so often. */
const heartbeatMs = 15_000;
/** A reader that has stopped reading is cut off; it reconnects to a fresh snapshot. */
const maxBacklog = 8 * 1024 * 1024;

/** Streams server-sent events: a snapshot first, then every change. */
export const streamFeed = (simulator: Simulator, response: ServerResponse): void => {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  const send = (event: FeedEvent): void => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > maxBacklog) response.destroy();
  };
  send({ type: 'snapshot', snapshot: simulator.snapshot() });
  const stop = simulator.listen((event) => {
    send(event.type === 'reset' ? { type: 'snapshot', snapshot: simulator.snapshot() } : event);
  });
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
};

import type { BusinessId } from '../kernel/ids';
import type { LiveEvent } from '../live/types';
import { liveFeed } from './live-feed';

/** Well under what proxies wait for a silent connection. */
const beatMs = 15_000;

/**
 * Changes of one business as server-sent events, until the browser goes. Every (re)connection begins with
 * `everything`: what happened before it is unknown, so the browser reads anew.
 * Source: HTML standard, server-sent events.
 */
export function liveStream(businessId: BusinessId, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let open = true;
  const endings: (() => void)[] = [];
  /** The browser may go at any moment, also while we are still connecting. */
  const stop = (): void => {
    open = false;
    for (const end of endings.splice(0)) end();
  };
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string): void => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const tell = (event: LiveEvent): void => {
        send(`data: ${JSON.stringify(event)}\n\n`);
      };
      signal.addEventListener('abort', () => {
        if (open) controller.close();
        stop();
      });
      endings.push(await liveFeed().subscribe(businessId, tell));
      const beat = setInterval(() => {
        send(': beat\n\n');
      }, beatMs);
      endings.push(() => {
        clearInterval(beat);
      });
      if (!open) stop();
      send('retry: 1000\n\n');
      tell({ kind: 'everything' });
    },
    cancel: stop,
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

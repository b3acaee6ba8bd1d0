import { Ring } from './ring';
import type { Exchange, FeedEvent } from './types';

/** Bodies longer than this are cut in the developer's view; a 1,000-status batch would fill it otherwise. */
const keptCharacters = 20_000;

type NewExchange = Pick<Exchange, 'direction' | 'customerId' | 'label' | 'method' | 'path' | 'request'>;

/** The newest HTTP exchanges, for the developer's view. Never sees a header, so never holds a token. */
export class ExchangeLog {
  private readonly ring: Ring<Exchange>;
  private count = 0;

  constructor(
    capacity: number,
    private readonly now: () => Date,
    private readonly onChange: (event: FeedEvent) => void,
  ) {
    this.ring = new Ring(capacity);
    this.enabled = capacity > 0;
  }

  private readonly enabled: boolean;

  /** Notes the start of an exchange; call the answer back with how it ended (null: no answer came). */
  begin(
    exchange: NewExchange,
  ): (status: number | null, answer: string | null, customerId?: string | null) => void {
    if (!this.enabled) return () => undefined;
    this.count += 1;
    const startedAt = this.now();
    const started: Exchange = {
      ...exchange,
      request: exchange.request.slice(0, keptCharacters),
      id: `x${String(this.count)}`,
      at: startedAt.toISOString(),
      status: null,
      answer: null,
      durationMs: null,
    };
    this.ring.put(started);
    this.onChange({ type: 'exchange', exchange: started });
    return (status, answer, customerId) => {
      const ended = {
        ...started,
        customerId: customerId ?? started.customerId,
        status,
        answer: answer === null ? null : answer.slice(0, keptCharacters),
        durationMs: this.now().getTime() - startedAt.getTime(),
      };
      this.ring.replace(ended);
      this.onChange({ type: 'exchange', exchange: ended });
    };
  }

  list(): Exchange[] {
    return this.ring.list();
  }

  clear(): void {
    this.ring.clear();
  }
}

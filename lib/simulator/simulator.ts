import { randomBytes } from 'node:crypto';
import { SimulatedAccount, type StandingChange } from './account';
import { Deliveries } from './deliveries';
import { ExchangeLog } from './exchange-log';
import { openJournal, readJournal, type Journal } from './journal';
import { coreOf } from './fronts/core';
import { accountPosts, postsOfMeta } from './meta-posts';
import { defaults, type SimulatorOptions } from './options';
import { PhoneBook } from './phone-book';
import { PairRate, Throughput } from './rate-limits';
import { TemplateShelf } from './template-shelf';
import { approvedTemplates } from './templates';
import type { FeedEvent, Misbehaviour, Snapshot } from './types';
import { WebhookDispatch } from './webhook-dispatch';
import { WebhookPost } from './webhook-post';

const calm: Misbehaviour = {
  sendTwice: false,
  holdNext: 0,
  held: 0,
  failNext: null,
  webhookDelayMs: 0,
  apiDelayMs: 0,
  dropAnswers: 0,
  refuseNext: null,
  duplicateStatuses: false,
  batchMs: 0,
  rejectTemplates: null,
};

export type Counters = { accepted: number; refused: number; inbound: number; reads: number };

/** Everything the stand-in knows: phones, limits, webhooks on their way. The two APIs work on it. */
export class Simulator {
  readonly now: () => Date;
  readonly book: PhoneBook;
  readonly log: ExchangeLog;
  readonly dispatch: WebhookDispatch;
  readonly deliveries: Deliveries;
  readonly pairRate: PairRate | null;
  readonly throughput: Throughput;
  /** Where this stand-in answers, once it does. */
  url = '';
  /** How number and account stand, and where their events go. */
  readonly account: SimulatedAccount;
  /** The account's templates. */
  readonly shelf: TemplateShelf;
  /** The gateway's payments of each order message, by its reference. */
  readonly orders = new Map<string, string[]>();
  /** References of orders that have ended: called off, or paid in another way. */
  readonly endedOrders = new Set<string>();
  readonly counters: Counters = { accepted: 0, refused: 0, inbound: 0, reads: 0 };
  misbehaviour: Misbehaviour = calm;
  private readonly poster: WebhookPost;
  private readonly journal: Journal | null;
  private readonly listeners = new Set<(event: FeedEvent) => void>();
  private mediaCount = 0;

  constructor(readonly options: SimulatorOptions) {
    const keep = options.history !== 'none';
    const publish = (event: FeedEvent): void => {
      for (const listener of this.listeners) listener(event);
    };
    this.now = options.now ?? (() => new Date());
    this.pairRate = options.pairRate === false ? null : new PairRate();
    this.throughput = new Throughput(options.throughputPerSecond ?? defaults.throughputPerSecond);
    this.log = new ExchangeLog(keep ? defaults.exchanges : 0, this.now, publish);
    this.book = new PhoneBook({
      messagesPerPhone: keep ? defaults.messagesPerPhone : 0,
      onChange: publish,
      onEntry: (entry) => this.journal?.write(entry),
    });
    const kept = this.book.restore(options.file === undefined ? [] : readJournal(options.file));
    this.journal = options.file === undefined ? null : openJournal(options.file, kept);
    const { connected = true } = options;
    this.account = new SimulatedAccount(connected ? options.webhook.url : null, () =>
      String(randomBytes(4).readUInt32BE()),
    );
    this.poster = new WebhookPost(
      () => this.account.address(),
      options.retryDelaysMs ?? defaults.retryDelaysMs,
      this.log,
    );
    const { front } = options;
    this.dispatch = new WebhookDispatch(
      front ? (news) => front.posts(coreOf(this), news) : postsOfMeta(options.webhook),
      this.poster,
      () => this.misbehaviour,
      (held, holdNext) => {
        this.misbehave({ held, holdNext });
      },
    );
    this.shelf = new TemplateShelf({
      first: options.templates ? [...approvedTemplates, ...options.templates] : approvedTemplates,
      now: this.now,
      reviewMs: options.templateReviewMs ?? defaults.templateReviewMs,
      file: options.file === undefined ? null : `${options.file}.templates`,
      takeRejection: () => this.takeRejection(),
      tell: (field, value) => {
        // Only Meta tells of templates by webhook here; the other providers are asked.
        if (!front) this.dispatch.tell(accountPosts(options.webhook, field, value), field, null);
      },
    });
    const delays = options.statusDelaysMs ?? defaults.statusDelaysMs;
    this.deliveries = new Deliveries(
      this.book,
      this.dispatch,
      delays,
      this.now,
      keep ? defaults.messagesPerPhone : 0,
    );
    if (this.book.listCustomers().length === 0) this.addFirstCustomers();
  }

  /** Changes how number and account stand; Meta tells of quality and limit by webhook. Source: reference §2.7. */
  changeStanding(change: StandingChange): void {
    const before = this.account.standing;
    this.account.change(change);
    const { tier, quality } = this.account.standing;
    if (tier === before.tier && quality === before.quality) return;
    this.tellOfAccount('phone_number_quality_update', {
      display_phone_number: this.options.webhook.displayPhone.replace(/\D/g, ''),
      event: quality === before.quality ? 'ONBOARDING' : 'FLAGGED',
      max_daily_conversations_per_business: tier,
    });
  }

  /** Posts a change of the account as Meta would; the other providers tell in their own ways. */
  tellOfAccount(field: string, value: object): void {
    if (!this.options.front)
      this.dispatch.tell(accountPosts(this.options.webhook, field, value), field, null);
  }

  private takeRejection(): string | null {
    const { rejectTemplates } = this.misbehaviour;
    if (!rejectTemplates) return null;
    const { reason, times } = rejectTemplates;
    this.misbehave({ rejectTemplates: times > 1 ? { reason, times: times - 1 } : null });
    return reason;
  }

  addFirstCustomers(): void {
    for (const customer of this.options.firstCustomers ?? []) this.book.create(customer);
  }

  get businessName(): string {
    return this.options.businessName ?? defaults.businessName;
  }

  /** The time an answer takes. */
  async latency(): Promise<void> {
    const wait = (this.options.latencyMs ?? 0) + this.misbehaviour.apiDelayMs;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  newWamid(): string {
    return `wamid.${this.options.newId?.() ?? `HBgM${randomBytes(24).toString('base64url')}`}`;
  }

  nextMedia(): number {
    this.mediaCount += 1;
    // The clock keeps ids of two runs apart.
    return (this.now().getTime() % 1_000_000_000) * 1000 + (this.mediaCount % 1000);
  }

  misbehave(change: Partial<Misbehaviour>): void {
    const wasHolding = this.misbehaviour.holdNext > 0;
    this.misbehaviour = { ...this.misbehaviour, ...change };
    const event: FeedEvent = { type: 'misbehaviour', misbehaviour: this.misbehaviour };
    for (const listener of this.listeners) listener(event);
    if (wasHolding && change.holdNext === 0 && this.misbehaviour.held > 0) this.dispatch.releaseHeld();
  }

  listen(listener: (event: FeedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  snapshot(): Snapshot {
    const { webhook } = this.options;
    return {
      business: {
        name: this.businessName,
        displayPhone: webhook.displayPhone,
        phoneNumberId: webhook.phoneNumberId,
      },
      customers: this.book.listCustomers(),
      messages: this.book.allMessages(),
      exchanges: this.log.list(),
      misbehaviour: this.misbehaviour,
    };
  }

  /** Back to an empty street: no chats, no log, no misbehaviour, the first customers again. */
  reset(): void {
    this.deliveries.clear();
    this.log.clear();
    this.misbehaviour = calm;
    this.book.reset();
    this.addFirstCustomers();
  }

  /** Resolves once nothing is being delivered, posted or retried. */
  async settled(): Promise<void> {
    while (this.deliveries.busy || this.dispatch.busy || this.shelf.busy) {
      await this.poster.settled();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async close(): Promise<void> {
    this.deliveries.clear();
    this.shelf.close();
    this.dispatch.close();
    this.poster.close();
    await this.journal?.close();
  }
}

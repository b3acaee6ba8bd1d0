import { titleOf } from './graph-error';
import type { PhoneBook } from './phone-book';
import type { ChatStatus, Customer } from './types';
import type { WebhookDispatch } from './webhook-dispatch';
import type { StatusReport } from './webhook-payloads';

export type StatusDelays = { sent: number; delivered: number; read: number };

/** An accepted business message on its way to a phone. */
export type Parcel = {
  wamid: string;
  customerId: string | null;
  recipient: { waId: string | null; bsuid: string | null };
  opaque: string | null;
  category: string | null;
  failureCode?: number;
  /** A reaction gets no further than `sent`. Source: reference §1.14. */
  onlySent?: boolean;
};

/** Carries accepted messages to the phones and reports each step: sent, delivered, read or failed. */
export class Deliveries {
  /** Parcels whose phone is off, and parcels delivered but unread, by customer. Both are bounded per phone. */
  private readonly undelivered = new Map<string, Parcel[]>();
  private readonly unread = new Map<string, Parcel[]>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly book: PhoneBook,
    private readonly dispatch: WebhookDispatch,
    private readonly delays: StatusDelays,
    private readonly now: () => Date,
    private readonly keepUnread: number,
  ) {}

  carry(parcel: Parcel): void {
    this.after(this.delays.sent, () => {
      if (parcel.failureCode !== undefined) {
        this.report(parcel, 'failed');
        return;
      }
      this.report(parcel, 'sent');
      if (parcel.onlySent) return;
      this.after(this.delays.delivered, () => {
        this.arrive(parcel);
      });
    });
  }

  private arrive(parcel: Parcel): void {
    const customer = this.customerOf(parcel);
    if (customer && !customer.online) {
      this.keep(this.undelivered, customer.id, parcel);
      return;
    }
    this.report(parcel, 'delivered');
    if (!customer) return;
    if (customer.open) {
      this.after(this.delays.read, () => {
        if (customer.readReceipts) this.report(parcel, 'read');
      });
      return;
    }
    this.keep(this.unread, customer.id, parcel);
    this.book.save({ ...customer, unread: customer.unread + 1 }, this.keepUnread > 0);
  }

  /** The phone is back: everything that waited arrives. */
  phoneOnline(customerId: string): void {
    const parcels = this.undelivered.get(customerId) ?? [];
    this.undelivered.delete(customerId);
    for (const parcel of parcels) this.arrive(parcel);
  }

  /** The customer looks at the chat: everything delivered is read. */
  chatOpened(customer: Customer): void {
    const parcels = this.unread.get(customer.id) ?? [];
    this.unread.delete(customer.id);
    if (!customer.readReceipts) return;
    for (const parcel of parcels) this.report(parcel, 'read');
  }

  private customerOf(parcel: Parcel): Customer | null {
    return parcel.customerId === null ? null : (this.book.customer(parcel.customerId) ?? null);
  }

  private keep(store: Map<string, Parcel[]>, customerId: string, parcel: Parcel): void {
    if (this.keepUnread === 0) return;
    const parcels = store.get(customerId) ?? [];
    parcels.push(parcel);
    store.set(customerId, parcels.slice(-this.keepUnread));
  }

  private report(parcel: Parcel, status: StatusReport['status']): void {
    const failure = parcel.failureCode;
    this.book.advance(
      parcel.wamid,
      status satisfies ChatStatus,
      failure === undefined ? undefined : { code: failure, title: titleOf(failure) },
    );
    const report: StatusReport = {
      wamid: parcel.wamid,
      status,
      at: this.now().toISOString(),
      recipient: parcel.recipient,
      customer: this.customerOf(parcel),
      opaque: parcel.opaque,
      category: parcel.category,
      ...(failure === undefined ? {} : { failureCode: failure }),
    };
    const lane = parcel.customerId ?? parcel.recipient.waId ?? parcel.recipient.bsuid ?? parcel.wamid;
    this.dispatch.status({ kind: 'status', report }, `status ${status}`, parcel.customerId, lane);
  }

  private after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, ms);
    this.timers.add(timer);
  }

  get busy(): boolean {
    return this.timers.size > 0;
  }

  clear(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.undelivered.clear();
    this.unread.clear();
  }
}

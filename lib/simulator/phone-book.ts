import type { JournalEntry } from './journal';
import type { ChatMessage, ChatStatus, Customer, CustomerIdentity, FeedEvent } from './types';

const rank: Record<ChatStatus, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

export type NewCustomer = { name: string; identity: CustomerIdentity; waId?: string; username?: string };

type PhoneBookOptions = {
  /** Messages kept per phone; 0 keeps none. */
  messagesPerPhone: number;
  onChange(event: FeedEvent): void;
  onEntry(entry: JournalEntry): void;
};

/** Every phone there is, with its chat. Holds the newest messages of each, so its size has a bound. */
export class PhoneBook {
  private readonly customers = new Map<string, Customer>();
  private readonly byWaId = new Map<string, string>();
  private readonly byBsuid = new Map<string, string>();
  private readonly chats = new Map<string, Map<string, ChatMessage>>();
  private readonly owners = new Map<string, string>();
  /** Reactions have ids of their own but are no messages of the chat; the newest are remembered. */
  private readonly reactions = new Map<string, string>();
  private created = 0;

  constructor(private readonly options: PhoneBookOptions) {}

  /** Adds a phone. A number that is taken gives the customer who has it. */
  create({ name, identity, waId, username }: NewCustomer): Customer {
    const known = waId === undefined ? undefined : this.byWaId.get(waId);
    const existing = known === undefined ? undefined : this.customers.get(known);
    if (existing) return existing;
    this.created += 1;
    const number = waId ?? this.freeNumber();
    const customer: Customer = {
      id: `c${String(this.created)}`,
      name,
      waId: identity === 'bsuid' ? null : number,
      bsuid: identity === 'phone' ? null : `IN.${String(1_648_738_000_000_000 + this.created)}`,
      username: username ?? (identity === 'bsuid' ? `@user${String(this.created)}` : null),
      open: false,
      online: true,
      readReceipts: true,
      lastInboundAt: null,
      typingUntil: null,
      unread: 0,
    };
    return this.save(customer);
  }

  /** Indian mobile numbers out of a range kept free for the simulator. */
  private freeNumber(): string {
    let next = 919_000_000_000 + this.created;
    while (this.byWaId.has(String(next))) next += 1;
    return String(next);
  }

  save(customer: Customer, durable = true): Customer {
    this.put(customer);
    if (durable) this.options.onEntry({ t: 'customer', customer });
    this.options.onChange({ type: 'customer', customer });
    return customer;
  }

  private put(customer: Customer): void {
    this.customers.set(customer.id, customer);
    if (customer.waId !== null) this.byWaId.set(customer.waId, customer.id);
    if (customer.bsuid !== null) this.byBsuid.set(customer.bsuid, customer.id);
  }

  customer(id: string): Customer | undefined {
    return this.customers.get(id);
  }

  withWaId(waId: string): Customer | undefined {
    return this.customers.get(this.byWaId.get(waId) ?? '');
  }

  withBsuid(bsuid: string): Customer | undefined {
    return this.customers.get(this.byBsuid.get(bsuid) ?? '');
  }

  listCustomers(): Customer[] {
    return [...this.customers.values()];
  }

  message(id: string): ChatMessage | undefined {
    return this.chats.get(this.owners.get(id) ?? '')?.get(id);
  }

  chat(customerId: string): ChatMessage[] {
    return [...(this.chats.get(customerId)?.values() ?? [])];
  }

  allMessages(): ChatMessage[] {
    return [...this.chats.values()].flatMap((chat) => [...chat.values()]);
  }

  saveMessage(message: ChatMessage): void {
    if (this.options.messagesPerPhone === 0) return;
    this.putMessage(message);
    this.options.onEntry({ t: 'message', message });
    this.options.onChange({ type: 'message', message });
  }

  private putMessage(message: ChatMessage): void {
    const chat = this.chats.get(message.customerId) ?? new Map<string, ChatMessage>();
    this.chats.set(message.customerId, chat);
    chat.set(message.id, message);
    this.owners.set(message.id, message.customerId);
    if (chat.size <= this.options.messagesPerPhone) return;
    const oldest = chat.keys().next();
    if (oldest.done) return;
    chat.delete(oldest.value);
    this.owners.delete(oldest.value);
  }

  noteReaction(id: string, customerId: string): void {
    this.reactions.set(id, customerId);
    const oldest = this.reactions.keys().next();
    if (this.reactions.size > 1_000 && !oldest.done) this.reactions.delete(oldest.value);
  }

  /** Whose message or reaction has this id, if it came from a customer. */
  senderOf(id: string): string | undefined {
    const message = this.message(id);
    return message?.from === 'customer' ? message.customerId : this.reactions.get(id);
  }

  /** Moves a message forward only; returns false when it is already there or further. */
  advance(id: string, status: ChatStatus, failure?: ChatMessage['failure']): boolean {
    const message = this.message(id);
    if (!message || rank[message.status] >= rank[status]) return false;
    this.saveMessage({ ...message, status, ...(failure ? { failure } : {}) });
    return true;
  }

  /** Rebuilds from an earlier run and returns the entries that still matter. */
  restore(entries: readonly JournalEntry[]): JournalEntry[] {
    for (const entry of entries) {
      if (entry.t === 'reset') this.clear();
      else if (entry.t === 'customer') this.put({ ...entry.customer, open: false, typingUntil: null });
      else this.putMessage(entry.message);
    }
    this.created = Math.max(0, ...this.listCustomers().map((customer) => Number(customer.id.slice(1)) || 0));
    return [
      ...this.listCustomers().map((customer): JournalEntry => ({ t: 'customer', customer })),
      ...this.allMessages().map((message): JournalEntry => ({ t: 'message', message })),
    ];
  }

  /** Forgets every phone and chat. */
  reset(): void {
    this.clear();
    this.options.onEntry({ t: 'reset' });
    this.options.onChange({ type: 'reset' });
  }

  private clear(): void {
    for (const map of [this.customers, this.byWaId, this.byBsuid, this.chats, this.owners, this.reactions])
      map.clear();
  }
}

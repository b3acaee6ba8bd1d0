import { turn } from '../conversation/turn';
import { demoBusiness } from '../catalog/demo-business';
import type { BookingFact, CustomerEvent, Effect, EngineEvent, OutcomeEvent } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import { checkMessage } from '../messaging/check-message';
import type { InboundContent, OutboundMessage } from '../messaging/types';
import { toEpochMinuteOf } from '../scheduling/zone';
import { runEffect } from './fake-world-effects';
import { factsOf } from './fake-world-facts';
import type { World, WorldOptions } from './fake-world-types';
import { endOverdue, linkOf, receive } from './fake-world-money';
import { unpaid } from '../terms/unpaid';

/** One option that the customer sees. */
type Seen = { id: string; title: string; description?: string };

const optionsOf = (message: OutboundMessage): Seen[] => {
  if (message.kind === 'buttons') return message.buttons;
  return message.kind === 'list' ? message.sections.flatMap(({ rows }) => rows) : [];
};

const maxOutcomes = 8;

/**
 * One customer's chat with the demo business in memory: runs the real engine, the real understanding and the real
 * availability, and carries effects out. Counts what the customer does and what we send.
 */
export class FakeWorld {
  readonly world: World;
  readonly effects: Effect[] = [];
  readonly sent: OutboundMessage[] = [];
  readonly keys: string[] = [];
  /** Called before each effect is run; lets a test act as a rival at the worst moment. */
  beforeEffect: (effect: Effect) => void = () => undefined;
  actions = 0;
  state: unknown = null;

  constructor(options: WorldOptions = {}) {
    this.world = {
      catalog: options.catalog ?? demoBusiness,
      now: new Date(options.now ?? '2026-11-22T10:00:00+05:30'),
      customer: {
        name: null,
        profileName: null,
        language: null,
        blocked: false,
        attendees: [],
        ...options.customer,
      },
      bookings: [],
      packs: [],
      others: [],
      moves: [],
      waiting: [],
      consents: [],
      staffCalls: [],
      thread: { handledBy: 'bot', handedOverAt: null, lastStaffAt: null },
      payBy: { kind: 'gateway' },
      gateway: 'up',
      nextId: 1,
    };
  }

  /** The customer types. Returns our reply's body, or '' when we stay silent. */
  say(text: string): string {
    return this.receive({ kind: 'text', text });
  }

  /** The customer taps an option of our last message, by the beginning of its title or a piece of its id. */
  tap(which: string): string {
    const options = optionsOf(this.last());
    const option =
      options.find(({ title }) => title.startsWith(which)) ??
      options.find(({ title }) => title.includes(which)) ??
      options.find(({ id }) => id.includes(which));
    if (option === undefined) {
      throw new Error(
        `No option "${which}" among: ${options.map(({ title }) => title).join(' | ')}\n${this.body()}`,
      );
    }
    return this.press(option.id, option.title);
  }

  /** The customer presses a button of any message, old or foreign. */
  press(id: string, title = ''): string {
    return this.receive({ kind: 'choice', id, title });
  }

  /** Any other thing a customer can send. */
  receive(content: InboundContent): string {
    this.actions += 1;
    const event: CustomerEvent = { kind: 'customer', content, sentAt: this.world.now, replyTo: null };
    return this.take(() => {
      this.run(event);
      // A link comes a moment after it was asked for, before anybody can say anything else.
      this.makeLinks();
    });
  }

  /** Something that was not the customer's doing. Returns the message it led to, or '' when there is none. */
  tell(event: EngineEvent): string {
    return this.take(() => {
      this.run(event);
    });
  }

  private take(act: () => void): string {
    const before = this.sent.length;
    act();
    const replies = this.sent.length - before;
    if (replies > 1)
      throw new Error(`One turn sent ${String(replies)} messages: ${this.keys.slice(-replies).join(', ')}`);
    return replies === 0 ? '' : this.body();
  }

  private makeLinks(): void {
    for (const booking of this.world.bookings) {
      const event = linkOf(this.world, booking);
      if (event !== null) this.run(event);
    }
  }

  /** The gateway gives the links that are being made. */
  linksCome(): string {
    this.world.gateway = 'up';
    return this.take(() => {
      this.makeLinks();
    });
  }

  /** The booking that was asked to be paid last. */
  asked(): BookingFact {
    const booking = this.world.bookings.findLast(({ payment }) => payment !== null);
    if (booking === undefined) throw new Error('No booking was asked to be paid.');
    return booking;
  }

  /** Money arrives: of the booking that was asked for last, and as much as was asked for, unless said otherwise. */
  pay(booking: BookingFact = this.asked(), amountPaise = booking.payment?.amountPaise ?? 0): string {
    return this.tell(receive(this.world, booking, amountPaise));
  }

  /** Time passes until the holds that wait for money are over, and it is told. */
  runOut(): string {
    this.wait(26);
    let said = '';
    for (const booking of this.world.bookings) {
      const event = endOverdue(this.world, booking);
      if (event !== null) said = this.tell(event);
    }
    return said;
  }

  /** Where the last message leads, if it has a link. */
  link(): string {
    const message = this.last();
    return message.kind === 'link' ? message.url : '';
  }

  private run(first: EngineEvent): void {
    const waiting: EngineEvent[] = [first];
    for (let turns = 0; waiting.length > 0; turns += 1) {
      if (turns > maxOutcomes) throw new Error('The turn does not come to an end.');
      const event = waiting.shift();
      if (event === undefined) return;
      const turned = turn(JSON.parse(JSON.stringify(this.state)), event, factsOf(this.world));
      this.state = turned.state;
      for (const effect of turned.effects) waiting.push(...this.perform(effect));
    }
  }

  private perform(effect: Effect): OutcomeEvent[] {
    this.effects.push(effect);
    if (effect.kind === 'reply') {
      const breaches = checkMessage(effect.message);
      if (breaches.length > 0) throw new Error(`${effect.key} breaks a limit: ${JSON.stringify(breaches)}`);
      this.sent.push(effect.message);
      this.keys.push(effect.key);
      return [];
    }
    this.beforeEffect(effect);
    return runEffect(this.world, effect);
  }

  /** Our last message. */
  last(): OutboundMessage {
    const message = this.sent.at(-1);
    if (message === undefined) throw new Error('Nothing was sent yet.');
    return message;
  }

  /** Text of our last message. */
  body(): string {
    const message = this.last();
    return 'body' in message && typeof message.body === 'string' ? message.body : '';
  }

  /** Catalogue key of our last message. */
  key(): string {
    return this.keys.at(-1) ?? '';
  }

  /** What can be tapped under our last message. */
  titles(): string[] {
    return optionsOf(this.last()).map(({ title }) => title);
  }

  /** What our last message lets the customer tap. */
  options(): Seen[] {
    return optionsOf(this.last());
  }

  /** The id behind an option of our last message, to press it later. */
  idOf(which: string): string {
    const option = optionsOf(this.last()).find(
      ({ title, id }) => title.startsWith(which) || id.includes(which),
    );
    if (option === undefined) throw new Error(`No option "${which}" among: ${this.titles().join(' | ')}`);
    return option.id;
  }

  /** Time passes. */
  wait(minutes: number): void {
    this.world.now = new Date(this.world.now.getTime() + minutes * 60_000);
  }

  /** Somebody else takes a slot on every listed resource. */
  rival(resourceIds: string[], date: string, minute: number, durationMinutes = 60): void {
    for (const resourceId of resourceIds) {
      const startsAt = toEpochMinuteOf(date, minute, this.world.catalog.business.zone);
      this.world.others.push(this.makeBooking({ resourceId, startsAt, durationMinutes }));
    }
  }

  /** An earlier or later booking of this customer, as a returning customer has. */
  booked(
    serviceId: string,
    resourceId: string,
    date: string,
    minute: number,
    more: Partial<BookingFact> = {},
  ): BookingFact {
    const startsAt = toEpochMinuteOf(date, minute, this.world.catalog.business.zone);
    const past = startsAt < toEpochMinute(this.world.now);
    const booking = this.makeBooking({
      serviceId,
      resourceId,
      startsAt,
      status: past ? 'completed' : 'confirmed',
      attendeeName: this.world.customer.name,
      ...more,
    });
    this.world.bookings.push(booking);
    return booking;
  }

  private makeBooking(part: Partial<BookingFact> & { resourceId: string; startsAt: number }): BookingFact {
    const id = `booking-${String(this.world.nextId++)}`;
    return {
      id,
      reference: `K${String(100 + this.world.nextId)}`,
      serviceId: 'badminton',
      durationMinutes: 60,
      status: 'confirmed',
      attendeeId: null,
      attendeeName: null,
      pricePaise: 60_000,
      ...unpaid({ paymentRule: 'venue', deposit: null, refundRule: { steps: [] } }, 60_000),
      holdUntil: null,
      coming: false,
      feedback: null,
      calendarUrl: `https://neram.example/c/${id}.ics`,
      ...part,
    };
  }

  /** The customer's bookings that stand. */
  confirmed(): BookingFact[] {
    return this.world.bookings.filter((booking) => booking.status === 'confirmed');
  }

  /** Effects of one kind, in order. */
  done<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
  }
}

/** A returning customer: known by name, with one past booking of a court a week ago. */
export const returningCustomer = (options: WorldOptions = {}): FakeWorld => {
  const chat = new FakeWorld({ ...options, customer: { name: 'Kavitha', ...options.customer } });
  chat.booked('badminton', 'court-2', '2026-11-14', 18 * 60);
  return chat;
};

export const allCourts = ['court-1', 'court-2', 'court-3', 'court-4'];

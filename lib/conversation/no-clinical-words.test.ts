import { describe, expect, expectTypeOf, it } from 'vitest';
import { botCatalogues } from '../i18n/translate';
import { templateSet } from '../messaging/template-set/template-set';
import { FakeWorld, returningCustomer } from '../testing/fake-world';
import { factsOf } from '../testing/fake-world-facts';
import { noticeText, type Notice } from './notice';
import type { BookingFact, Facts } from './types';

/** Fields that may say why somebody sees a doctor. `reason` is staff's words about a court; see below. An age tells two of
 * a family apart and is what its reader has said themselves. */
const banned = [
  'note',
  'notes',
  'symptom',
  'symptoms',
  'diagnosis',
  'complaint',
  'prescription',
  'medicine',
  'report',
  'reports',
  'test',
  'result',
  'illness',
  'disease',
  'treatment',
  'birthYear',
];

const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{?\s*(\w+)/g)].map(([, name]) => name ?? '');

const texts = (tree: object): string[] =>
  Object.values(tree).flatMap((one: unknown) =>
    typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? texts(one) : [],
  );

describe('nothing clinical can stand in a message', () => {
  it.each(Object.entries(botCatalogues))('no text of the chat has a place for it (%s)', (_, catalogue) => {
    const places = new Set(texts(catalogue).flatMap(placesIn));
    expect(places.size).toBeGreaterThan(20);
    expect(banned.filter((field) => places.has(field))).toEqual([]);
  });

  it('no template has a place for it, in any language', () => {
    const places = new Set(texts(templateSet).flatMap(placesIn));
    expect(places.size).toBeGreaterThan(3);
    expect([...banned, 'reason'].filter((field) => places.has(field))).toEqual([]);
  });

  it('the note of a booking and of a customer is nothing that the chat knows of', () => {
    expectTypeOf<keyof BookingFact & ('note' | 'notes' | 'reason')>().toEqualTypeOf<never>();
    expectTypeOf<keyof Facts['customer'] & ('note' | 'notes')>().toEqualTypeOf<never>();
    expectTypeOf<keyof Facts['customer']['attendees'][number] & ('note' | 'notes')>().toEqualTypeOf<never>();
  });

  it.each(['cancelled', 'closed'] as const)("staff's words about a visit are left out (%s)", (kind) => {
    const secret = 'blood sugar report is back';
    const chat = returningCustomer();
    const say = (service: string, resource: string): string => {
      const booking = chat.booked(service, resource, '2026-11-28', 18 * 60);
      const notice: Notice = { kind, reason: secret };
      return JSON.stringify(noticeText(null, booking, notice, factsOf(chat.world)));
    };
    const doctor = new FakeWorld().world.catalog.services.find((one) => one.kind === 'consultation');
    expect(say(doctor?.id ?? '', doctor?.offerings[0]?.resourceId ?? '')).not.toContain(secret);
    expect(say('badminton', 'court-1')).toContain(secret);
  });
});

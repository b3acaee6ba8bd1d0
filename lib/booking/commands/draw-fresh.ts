import { randomBytes } from 'node:crypto';
import { newId } from '../../db/new-id';
import type { BookingId } from '../../kernel/ids';
import { referenceFrom, referenceLength } from '../reference';
import type { Fresh } from './sql/write-booking';

/** How many references are drawn at once, so that one already given out never costs a second try. */
const draws = 8;

/** Ids and references for one new booking. */
export function drawFresh(): Fresh {
  const references: string[] = [];
  while (references.length < draws) {
    const reference = referenceFrom(randomBytes(referenceLength * 2));
    if (reference) references.push(reference);
  }
  return { bookingId: newId<BookingId>(), occupancyId: newId(), eventId: newId(), references };
}

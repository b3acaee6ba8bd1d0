import { randomBytes } from 'node:crypto';
import { newId } from '../../db/new-id';
import type { BookingId } from '../../kernel/ids';
import { referenceFrom, referenceLength } from '../reference';
import type { Fresh } from './sql/write-booking';

/** How many references are drawn at once, so that one already given out never costs a second try. */
const draws = 8;

/** Ids and references for one new booking. */
export function drawFresh(): Fresh {
  const size = referenceLength * 2;
  const bytes = randomBytes(draws * size);
  // Twice the bytes that a reference needs: to come out short of symbols is next to impossible, and costs one draw.
  const references = Array.from({ length: draws }, (_, place) =>
    referenceFrom(bytes.subarray(place * size, (place + 1) * size)),
  ).filter((reference) => reference !== null);
  return { bookingId: newId<BookingId>(), occupancyId: newId(), eventId: newId(), references };
}

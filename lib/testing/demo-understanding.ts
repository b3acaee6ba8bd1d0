import { demoBusiness } from '../catalog/demo-business';
import type { UnderstandContext } from '../conversation/understanding/types';
import { vocabularyOf } from '../conversation/understanding/vocabulary';
import { toEpochMinute } from '../kernel/time-range';
import { localDateOf } from '../scheduling/zone';

const { zone } = demoBusiness.business;

/** The demo business as messages are read in it at a moment, nothing having been asked. */
export const demoUnderstandingAt = (now: Date): UnderstandContext => ({
  now,
  zone,
  vocabulary: vocabularyOf(demoBusiness, localDateOf(toEpochMinute(now), zone)),
  asked: null,
});

/** The demo business as messages are read in it on Sunday 22 November 2026, 10:00 in Chennai. */
export const demoUnderstanding = demoUnderstandingAt(new Date('2026-11-22T10:00:00+05:30'));

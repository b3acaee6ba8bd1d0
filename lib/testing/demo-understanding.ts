import { demoBusiness } from '../catalog/demo-business';
import type { UnderstandContext } from '../conversation/understanding/types';
import { vocabularyOf } from '../conversation/understanding/vocabulary';

/** The demo business as messages are read in it on Sunday 22 November 2026, 10:00 in Chennai. */
export const demoUnderstanding: UnderstandContext = {
  now: new Date('2026-11-22T10:00:00+05:30'),
  zone: demoBusiness.business.zone,
  vocabulary: vocabularyOf(demoBusiness, '2026-11-22'),
  asked: null,
};

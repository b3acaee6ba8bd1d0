import { actionRows } from './actions';
import { elsewhereRows } from './elsewhere';
import { kizhamaiWords } from './weekdays';
import { questionRows } from './questions';
import { talkRows } from './talk';
import type { WordRow } from './senses';
import { thingRows } from './things';
import { timeRows } from './time-words';

export type Concept =
  | (typeof timeRows)[number][0]
  | (typeof thingRows)[number][0]
  | (typeof actionRows)[number][0]
  | (typeof questionRows)[number][0]
  | (typeof talkRows)[number][0]
  | (typeof elsewhereRows)[number][0]
  | 'kizhamai';

/** Every word that is neither a number nor a date, part of day or relative. */
export const conceptRows: readonly WordRow<Concept>[] = [
  ...timeRows,
  ...thingRows,
  ...actionRows,
  ...questionRows,
  ...talkRows,
  ...elsewhereRows,
  ['kizhamai', kizhamaiWords],
];

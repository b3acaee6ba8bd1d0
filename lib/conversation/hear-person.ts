import { withState, type Chat, type Turned } from './chat';
import type { Heard } from './hear';
import { ageIn, nameIn } from './plain-name';
import { proceed } from './proceed';
import { askAge } from './steps/attendee';
import { findService } from './words';
import type { Intent } from './understanding/types';

/** What a customer may say instead of a name. Everything else at this question is the name. */
const commands = new Set<Intent>([
  'emergency',
  'stop',
  'staff',
  'menu',
  'help',
  'back',
  'my-bookings',
  'language',
  'cancel',
  'reschedule',
  'hours',
  'location',
  'price',
]);

/** A bare "ok", "no" or "hi" is nobody's name. */
const smallWords = new Set<Intent>(['yes', 'no', 'greeting', 'thanks']);

const isSmallWord = ({ text, reading }: Heard): boolean =>
  reading.confidence === 'strong' && smallWords.has(reading.intent) && text.trim().split(/\s+/).length < 3;

const isCommand = ({ reading }: Heard): boolean =>
  reading.confidence === 'strong' && commands.has(reading.intent);

/** A correction such as "no, 7 pm" or "tomorrow" rather than a name. */
const isCorrection = ({ text, reading }: Heard): boolean => {
  const timed =
    reading.time !== null || reading.date !== null || reading.after !== null || reading.before !== null;
  const strong = reading.confidence === 'strong' && (reading.intent === 'book' || reading.intent === 'no');
  return (timed && (/\d/.test(text) || strong)) || (strong && nameIn(reading.rest) === null);
};

const hearAge = (chat: Chat, heard: Heard): Turned => {
  const { draft } = chat.state;
  // Ages said in words come counted from the understanding.
  const age = ageIn(heard.text) ?? ageIn(String(heard.reading.count ?? ''));
  return age === null ? askAge(chat, draft, true) : proceed(chat, { ...draft, age });
};

const hearName = (chat: Chat, heard: Heard): Turned | null => {
  const { draft } = chat.state;
  const patient = findService(chat, draft.serviceId)?.kind === 'consultation';
  const name = nameIn(heard.reading.rest) ?? nameIn(heard.text);
  if (name === null) return null;
  const relation = heard.reading.attendee ?? draft.relation;
  return proceed(chat, { ...draft, name, relation, age: patient ? ageIn(heard.text) : null });
};

const hearWho = (chat: Chat, heard: Heard): Turned | null => {
  const said = heard.text.normalize('NFC').trim().toLowerCase();
  const person = chat.facts.customer.attendees.find((one) => one.name.toLowerCase() === said);
  if (person !== undefined) return proceed(chat, { ...chat.state.draft, attendeeId: person.id });
  if (heard.reading.attendee !== null) return null;
  return hearName(chat, heard);
};

/** A typed answer to "what name?", "how old?" or "for whom?"; null where it is something else. */
export const hearPerson = (chat: Chat, heard: Heard): Turned | null => {
  const { step } = chat.state;
  if (step !== 'name' && step !== 'age' && step !== 'attendee') return null;
  if (isCommand(heard) || heard.reading.intent === 'emergency') return null;
  const fresh = withState(chat, { misses: 0 });
  if (step === 'age') return hearAge(fresh, heard);
  if (isCorrection(heard) || isSmallWord(heard)) return null;
  return step === 'name' ? hearName(fresh, heard) : hearWho(fresh, heard);
};

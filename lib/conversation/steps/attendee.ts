import { asked, filled, say, type Chat, type Filled, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer, type Option } from '../compose';
import type { Draft } from '../draft';
import { nameIn, plainName } from '../plain-name';
import type { AttendeeFact } from '../types';
import { findService } from '../words';

const maxPeople = 9;

/** The slot that a tap on a person is about. */
const slotPieces = (draft: Draft): ChoicePieces => ({
  s: draft.serviceId ?? undefined,
  r: draft.resourceId ?? '*',
  at: draft.start ?? undefined,
  l: draft.durationMinutes ?? undefined,
});

/** The name WhatsApp shows for this customer, offered but never assumed. */
const profileOption = (chat: Chat, draft: Draft): Option[] => {
  const name = nameIn(chat.facts.customer.profileName ?? '');
  return name === null ? [] : [{ id: encodeChoice('name-profile', slotPieces(draft)), title: name }];
};

const ownNameOption = (chat: Chat, draft: Draft): Option[] => {
  const name = nameIn(chat.facts.customer.name ?? '');
  return name === null
    ? profileOption(chat, draft)
    : [{ id: encodeChoice('name-own', slotPieces(draft)), title: name }];
};

/** Asks for a name; for a patient with the age in the same breath. */
export const askName = (chat: Chat, draft: Draft): Turned => {
  const patient = findService(chat, draft.serviceId)?.kind === 'consultation';
  const key = !patient
    ? 'attendee.name'
    : draft.relation === null
      ? 'attendee.patientName'
      : (`attendee.patientNameOf.${draft.relation}` as const);
  const isSelf = draft.relation === null || draft.relation === 'self';
  const offered = patient
    ? isSelf && !draft.newPerson
      ? ownNameOption(chat, draft)
      : []
    : profileOption(chat, draft);
  return answer(
    chat,
    { step: 'name', draft },
    { key, body: say(chat, key), options: offered, buttons: true },
  );
};

const personOption = (chat: Chat, draft: Draft, person: AttendeeFact): Option => {
  const relation = say(chat, `attendee.relation.${person.relation}`);
  return {
    id: encodeChoice('set', { ...slotPieces(draft), a: person.id }),
    title: plainName(person.name),
    description:
      person.age === undefined ? relation : say(chat, 'attendee.aged', { relation, age: person.age }),
  };
};

const askWho = (chat: Chat, draft: Draft, people: AttendeeFact[]): Turned =>
  answer(
    chat,
    { step: 'attendee', draft },
    {
      key: 'attendee.patientWho',
      body: say(chat, 'attendee.patientWho'),
      opener: say(chat, 'attendee.opener'),
      options: [
        ...people.slice(0, maxPeople).map((person) => personOption(chat, draft, person)),
        { id: encodeChoice('attendee-new', slotPieces(draft)), title: say(chat, 'attendee.new') },
      ],
    },
  );

/** Asks the age of the person just named. */
export const askAge = (chat: Chat, draft: Draft, again = false): Turned => {
  const key = again ? 'attendee.ageRange' : 'attendee.age';
  return answer(chat, { step: 'age', draft }, { key, body: say(chat, key, { name: draft.name ?? '' }) });
};

const fillPatient = (chat: Chat, draft: Draft): Filled => {
  const people = chat.facts.customer.attendees;
  // An id from a button is trusted only if it is one of this customer's own people, or was just added.
  if (draft.attendeeId !== null) return filled(draft);
  if (draft.name !== null) return draft.age === null ? asked(askAge(chat, draft)) : filled(draft);
  if (draft.newPerson) return asked(askName(chat, draft));
  const related = draft.relation === null ? people : people.filter((p) => p.relation === draft.relation);
  const only = related.length === 1 && !draft.askWho ? related[0] : undefined;
  if (only !== undefined) return filled({ ...draft, attendeeId: only.id });
  if (related.length > 0) return asked(askWho(chat, draft, related));
  return asked(askName(chat, draft));
};

/** Who it is for: a court needs a name once, a doctor always the patient. A moved booking keeps its person. */
export const fillAttendee = (chat: Chat, draft: Draft): Filled => {
  if (draft.moving !== null) return filled(draft);
  if (findService(chat, draft.serviceId)?.kind === 'consultation') return fillPatient(chat, draft);
  if (draft.name !== null) return filled(draft);
  const known = chat.facts.customer.name;
  if (known !== null && !draft.askWho) return filled({ ...draft, name: known });
  return asked(askName(chat, draft));
};

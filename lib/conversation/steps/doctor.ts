import { limits, textLength } from '../../messaging/limits';
import { named, say, asked, filled, type Chat, type Filled, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer, type Option } from '../compose';
import type { Draft } from '../draft';
import { isNarrowed } from '../offered-times';
import type { ResourceFact } from '../types';
import { findResource, findService } from '../words';
import { doctorDays } from './doctor-days';

/** With "any doctor" that fills a list; more doctors than this come in pages. */
const maxDoctors = 9;

/** What a tap on a doctor keeps of what was said before. */
const keptPieces = (draft: Draft): ChoicePieces => ({
  s: draft.serviceId ?? undefined,
  d: draft.date ?? undefined,
  t: draft.time ?? undefined,
  a: draft.attendeeId ?? undefined,
  m: draft.moving ?? undefined,
});

/** The speciality; with the full name in front where the title has no room for it. */
const describe = (chat: Chat, doctor: ResourceFact): string => {
  const name = named(chat, doctor.name);
  const parts = [
    textLength(name) > limits.rowTitle ? name : '',
    doctor.detail === null ? '' : named(chat, doctor.detail),
  ];
  return parts.filter((part) => part !== '').join(' · ');
};

const pageOf = (chat: Chat, draft: Draft, doctors: ResourceFact[], from: number) => {
  if (doctors.length <= maxDoctors) return { shown: doctors, more: [] };
  const shown = doctors.slice(from, from + maxDoctors - 1);
  const next = from + shown.length < doctors.length ? from + shown.length : 0;
  const id = encodeChoice('set', { ...keptPieces(draft), n: next });
  return { shown, more: [{ id, title: say(chat, 'doctor.more') }] };
};

/** Nothing is said of when: then the days of each doctor can stand beside their names. */
const wantsNothingYet = (draft: Draft): boolean =>
  draft.date === null &&
  draft.time === null &&
  draft.moving === null &&
  draft.pick === null &&
  !isNarrowed(draft);

const askDoctor = (
  chat: Chat,
  draft: Draft,
  doctors: ResourceFact[],
  ambiguous: boolean,
  from = 0,
): Turned => {
  const { shown, more } = pageOf(chat, draft, doctors, from);
  const any: Option = {
    id: encodeChoice('set', { ...keptPieces(draft), r: '*' }),
    title: say(chat, 'doctor.any'),
    description: say(chat, 'doctor.anyDetail'),
  };
  const rows = ambiguous ? shown.length : shown.length + 1;
  const days =
    wantsNothingYet(draft) && more.length === 0
      ? doctorDays(chat, draft, shown, limits.listRows - rows)
      : null;
  const options = shown.flatMap((doctor, at) => {
    const row: Option = {
      id: encodeChoice('set', { ...keptPieces(draft), r: doctor.id }),
      title: named(chat, doctor.name),
      description: describe(chat, doctor),
    };
    if (days === null) return [row];
    const section = named(chat, doctor.detail ?? doctor.name);
    return [{ ...row, description: say(chat, 'doctor.allDays') }, ...(days[at] ?? [])].map((one) => ({
      ...one,
      section,
    }));
  });
  const key = ambiguous ? 'doctor.askAmong' : 'doctor.ask';
  return answer(
    chat,
    { step: 'doctor', draft },
    {
      key,
      body: say(chat, key),
      opener: say(chat, 'doctor.opener'),
      footer: say(chat, 'doctor.footer'),
      options: ambiguous ? options : [...options, any, ...more],
    },
  );
};

/** A further page of the doctors of the draft's service. */
export const askMoreDoctors = (chat: Chat, draft: Draft, from: number): Turned =>
  askDoctor(chat, draft, findService(chat, draft.serviceId)?.resources ?? [], false, from);

/** Which doctor: skipped where there is one or any will do. Courts are all alike until a customer names one. */
export const fillResource = (chat: Chat, draft: Draft): Filled => {
  const service = findService(chat, draft.serviceId);
  if (service === null) return filled(draft);
  const chosen = findResource(service, draft.resourceId);
  const among = service.resources.filter((resource) => draft.among.includes(resource.id));
  if (chosen !== null) return filled({ ...draft, among: [] });
  if (service.kind === 'court') return filled({ ...draft, resourceId: null, anyResource: true, among: [] });
  if (draft.anyResource) return filled({ ...draft, resourceId: null, among: [] });
  const only = service.resources.length === 1 ? service.resources[0] : undefined;
  if (only !== undefined) return filled({ ...draft, resourceId: only.id, among: [] });
  return asked(askDoctor(chat, draft, among.length > 1 ? among : service.resources, among.length > 1));
};

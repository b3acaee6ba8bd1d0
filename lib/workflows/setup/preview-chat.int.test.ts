import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWeeklyHours } from '../../catalog/commands/add-weekly-hours';
import { loadSetup } from '../../catalog/setup/queries';
import { businessFormSchema, resourceFormSchema, serviceFormSchema } from '../../catalog/setup/schema';
import { transaction } from '../../db/transaction';
import { checkMessage } from '../../messaging/check-message';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { previewChat } from './preview-chat';

let db: TestDatabase;
let club: SampleClub;
const now = new Date('2026-11-23T04:00:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
  club = await makeSampleClub(db.database);
  const open = { resourceId: null, kind: 'open' as const, opensMinute: 360, closesMinute: 1320 };
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, hours));
});
afterAll(() => db.drop());

const setup = () => loadSetup(db.database.prisma, club.scope);
const preview = (draft: Parameters<typeof previewChat>[2]['draft']) =>
  previewChat(db.database.prisma, club.scope, { draft, now });

test('a service being written stands in the welcome and in the review, in both languages, and nothing is stored', async () => {
  const before = await setup();
  const service = before.services.find((one) => one.id === club.serviceId);
  const form = serviceFormSchema.parse({
    ...service,
    name: { en: 'Squash court', ta: 'ஸ்குவாஷ் கோர்ட்' },
  });
  const { ta, en } = await preview({ kind: 'service', id: club.serviceId, form });
  expect(JSON.stringify(en[0])).toContain('Squash court');
  expect(JSON.stringify(ta[0])).toContain('ஸ்குவாஷ் கோர்ட்');
  expect(JSON.stringify(en.at(-1))).toContain('Confirm');
  expect(JSON.stringify(ta.at(-1))).toContain('உறுதி செய்');
  expect(await setup()).toEqual(before);
});

test('what is paid beforehand shows the message with the link, in both languages', async () => {
  const { services } = await setup();
  const service = services.find((one) => one.id === club.serviceId);
  const form = serviceFormSchema.parse({
    ...service,
    paymentRule: 'deposit',
    deposit: { kind: 'percent', percent: 25 },
  });
  const { ta, en } = await preview({ kind: 'service', id: club.serviceId, form });
  expect(en.at(-1)).toMatchObject({ kind: 'link', label: 'Pay ₹100' });
  expect(ta.at(-1)).toMatchObject({ kind: 'link', label: '₹100 செலுத்து' });
});

test('what is new has a preview before it is stored, and a long name is shortened as WhatsApp needs it', async () => {
  const name = { en: 'Court number seven beside the old banyan tree', ta: 'ஆலமரத்தின் அருகே உள்ள ஏழாம் எண் கோர்ட்' };
  const form = resourceFormSchema.parse({
    kind: 'court',
    name,
    detail: null,
    aliases: [],
    capacity: 1,
    offerings: [{ serviceId: club.serviceId }],
  });
  const { ta, en } = await preview({ kind: 'resource', id: null, form });
  expect(JSON.stringify(en.at(-1))).toContain('Court number seven');
  for (const message of [...ta, ...en])
    if (message.kind === 'list' || message.kind === 'buttons' || message.kind === 'text')
      expect(checkMessage(message)).toEqual([]);
});

test('the own words of a business are what the preview greets with', async () => {
  const { business } = await setup();
  const form = businessFormSchema.parse({
    ...business,
    wording: { 'opening.welcome': { en: 'Vanakkam from {business}!' } },
  });
  const { en } = await preview({ kind: 'business', form });
  expect(en[0]).toMatchObject({ body: expect.stringContaining('Vanakkam from') as string });
});

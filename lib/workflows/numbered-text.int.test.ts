import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';

vi.stubEnv('TZ', 'America/New_York');

// Twilio shows no buttons and no lists: everything to choose from comes as numbered text.

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open({ provider: 'twilio' });
});
afterAll(() => desk.close());

const heardFrom = async (visitor: ChatVisitor) => {
  const [last] = await desk.db.database.prisma.message.findMany({
    where: { direction: 'in', thread: { customer: { profileName: visitor.phone.name } } },
    orderBy: { position: 'desc' },
    take: 1,
  });
  return last?.content;
};

test('a whole booking by numbers alone, in Western and Tamil digits', async () => {
  const anbu = desk.visitor('Anbu');
  const opening = await desk.say(anbu, 'வணக்கம்');
  expect(opening).toMatch(/\n1\. .+\n2\. .+/);
  expect(opening).toContain('எண்ணை மட்டும்');
  const service = anbu.titles().findIndex((title) => title.includes('பேட்மிண்டன்')) + 1;
  await desk.say(anbu, String(service));
  expect(JSON.stringify(await heardFrom(anbu))).toMatch(/"choice".*பேட்மிண்டன்/);

  const tomorrow = anbu.titles().findIndex((title) => title.startsWith('நாளை')) + 1;
  await desk.say(anbu, String.fromCodePoint(0x0be6 + tomorrow));
  expect(JSON.stringify(await heardFrom(anbu))).toContain('நாளை');

  const [time = ''] = anbu.titles();
  await desk.say(anbu, '(1)');
  expect(await heardFrom(anbu)).toMatchObject({ kind: 'choice', title: time.split(' (')[0] });
  await desk.say(anbu, '1.');
  expect(anbu.body()).toContain('நாளை, புதன், 25 நவ');
  await desk.say(anbu, '1');
  expect(anbu.body()).toContain('புக் ஆயிடுச்சு');
  expect(await desk.db.database.prisma.booking.count({ where: { status: 'confirmed' } })).toBe(1);
});

test('a number that is no option, and one that quotes an older message, is read as ordinary text', async () => {
  const ravi = desk.visitor('Ravi');
  await desk.say(ravi, 'hi');
  const first = ravi.last();
  await desk.say(ravi, '77');
  expect(await heardFrom(ravi)).toEqual({ kind: 'text', text: '77' });

  await desk.say(ravi, 'court');
  expect(ravi.last().id).not.toBe(first.id);
  desk.simulator.control.act(ravi.phone.id, { type: 'text', body: '1', replyTo: first.id });
  await desk.settle();
  expect(await heardFrom(ravi)).toEqual({ kind: 'text', text: '1' });
});

test('only the latest list counts', async () => {
  const mani = desk.visitor('Mani');
  await desk.say(mani, 'hi');
  const services = mani.titles();
  await desk.say(mani, 'court');
  const days = mani.titles();
  expect(days).not.toEqual(services);
  await desk.say(mani, '1');
  expect(await heardFrom(mani)).toMatchObject({ kind: 'choice', title: days[0]?.split(' (')[0] });
});

test('where buttons are shown, a number is a number and nothing more is read of the database', async () => {
  const other = await ChatDesk.open();
  try {
    const kavi = other.visitor('Kavi');
    await other.say(kavi, 'hi');
    const statements: string[] = [];
    const { direct } = other.world.database;
    const spied = vi.spyOn(direct, '$queryRaw').mockName('direct');
    await other.say(kavi, '1');
    statements.push(...spied.mock.calls.map(([query]) => JSON.stringify(query)));
    expect(statements.join('\n')).not.toContain('latest-question');
    const heard = await other.db.database.prisma.message.findFirst({
      where: { direction: 'in' },
      orderBy: { position: 'desc' },
    });
    expect(heard?.content).toEqual({ kind: 'text', text: '1' });
  } finally {
    await other.close();
  }
});

import type { SimulatorControl } from '../simulator/server';
import type { SendRecord } from '../simulator/types';
import { z } from 'zod';

const button = z.object({ reply: z.object({ id: z.string(), title: z.string() }) });
const row = z.object({ id: z.string(), title: z.string() });
const payload = z.object({
  interactive: z
    .object({
      action: z.object({
        buttons: z.array(button).optional(),
        sections: z.array(z.object({ rows: z.array(row) })).optional(),
      }),
    })
    .optional(),
});

/** Leaves alone what ends the talk: the bot is quiet while staff have the chat. */
const books = ({ id }: { id: string }): boolean => !/^1\|(staff|language)/.test(id);

/** Answers a message of the business the way a customer who wants to book would: taps something that is offered. */
export function answerMessage(control: SimulatorControl, record: SendRecord, random: () => number): boolean {
  if (!record.customerId) return false;
  const read = payload.safeParse(record.payload);
  const action = read.success ? read.data.interactive?.action : undefined;
  const rows = (action?.sections?.flatMap((section) => section.rows) ?? []).filter(books);
  const buttons = (action?.buttons?.map((one) => one.reply) ?? []).filter(books);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const chosenRow = pick(rows);
  const chosenButton = buttons.find((one) => one.id.includes('|confirm|')) ?? pick(buttons);
  if (chosenRow) control.act(record.customerId, { type: 'reply', as: 'row', ...chosenRow });
  else if (chosenButton) control.act(record.customerId, { type: 'reply', as: 'button', ...chosenButton });
  else control.act(record.customerId, { type: 'text', body: 'Anbu Selvan' });
  return true;
}

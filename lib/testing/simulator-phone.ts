import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const option = z.object({ id: z.string(), title: z.string() });
const content = z.object({
  body: z.string().optional(),
  buttons: z.array(option).optional(),
  sections: z.array(z.object({ rows: z.array(option) })).optional(),
});
const chat = z.object({ messages: z.array(z.object({ id: z.string(), from: z.string(), content })) });
type Message = z.infer<typeof chat>['messages'][number];

/** A phone of the simulator, spoken to as its page does. */
export class SimulatorPhone {
  private constructor(
    private readonly api: string,
    private readonly id: string,
  ) {}

  static async create(origin: string, name: string): Promise<SimulatorPhone> {
    const made = await post(`${origin}/api/simulator/customers`, { name, identity: 'both' });
    return new SimulatorPhone(
      `${origin}/api/simulator/customers`,
      z.object({ id: z.string() }).parse(made).id,
    );
  }

  write = (body: string): Promise<unknown> => this.act({ type: 'text', body });

  /** Our newest message, once it says these words. */
  async hears(words: string): Promise<Message> {
    for (;;) {
      const answer: unknown = await (await fetch(`${this.api}/${this.id}`)).json();
      const last = chat
        .parse(answer)
        .messages.filter(({ from }) => from === 'business')
        .at(-1);
      if (last?.content.body?.includes(words)) return last;
      await sleep(50);
    }
  }

  /** Taps the button or row whose title begins so, or the one in this place. */
  async taps(
    { id: messageId, content: { buttons = [], sections = [] } }: Message,
    which: string | number,
  ): Promise<void> {
    const rows = sections.flatMap((section) => section.rows);
    const of = (options: typeof buttons) =>
      typeof which === 'number' ? options[which] : options.find(({ title }) => title.startsWith(which));
    const [button, row] = [of(buttons), of(rows)];
    if (button) await this.act({ type: 'tap-button', messageId, buttonId: button.id });
    else if (row) await this.act({ type: 'tap-row', messageId, rowId: row.id });
    else throw new Error(`Nothing to tap for ${String(which)}.`);
  }

  private act = (action: object): Promise<unknown> => post(`${this.api}/${this.id}/actions`, action);
}

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return answer.json();
}

import type { SimulatorControl } from '../simulator/server';
import type { ChatContent, ChatMessage, Customer } from '../simulator/types';

type Option = { id: string; title: string; row: boolean; number?: string };

const optionsOf = (content: ChatContent): Option[] => {
  if (content.kind === 'buttons') return content.buttons.map(({ id, title }) => ({ id, title, row: false }));
  if (content.kind === 'text')
    return [...content.body.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number = '', title = '']) => ({
      id: '',
      title,
      row: false,
      number,
    }));
  if (content.kind !== 'list') return [];
  return content.sections.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, title, row: true })));
};

/** A customer with a phone at the stand-in: types and taps, and reads what we sent. Nothing is worked on meanwhile. */
export class ChatVisitor {
  constructor(
    private readonly control: SimulatorControl,
    readonly phone: Customer,
  ) {}

  /** Types; gives the message's wamid. */
  type(body: string): string {
    return this.control.act(this.phone.id, { type: 'text', body });
  }

  /** Taps an option of our last message (types its number, where it is numbered text), by the beginning of its title, a piece of it, or a piece of its id. */
  tap(which: string): string {
    const { id, title, row, number } = this.option(which);
    if (number !== undefined) return this.type(number);
    return this.press(id, title, row ? 'row' : 'button');
  }

  /** Presses any button, old, foreign or forged. */
  press(id: string, title = 'x', as: 'button' | 'row' | 'template' = 'button'): string {
    return this.control.act(this.phone.id, { type: 'reply', as, id, title });
  }

  /** Taps a quick reply of our last message, a template, by its place. */
  tapTemplate(index: number): string {
    return this.control.act(this.phone.id, { type: 'tap-template', messageId: this.last().id, index });
  }

  /** What we sent to this phone, oldest first. */
  received(): ChatMessage[] {
    return this.control.messages(this.phone.id).filter((message) => message.from === 'business');
  }

  last(): ChatMessage {
    const message = this.received().at(-1);
    if (!message) throw new Error(`${this.phone.name} got no message.`);
    return message;
  }

  /** Text of our last message. */
  body(): string {
    const { content } = this.last();
    return 'body' in content ? content.body : '';
  }

  titles(): string[] {
    return optionsOf(this.last().content).map(({ title }) => title);
  }

  /** The option behind words of our last message. */
  option(which: string): Option {
    const options = optionsOf(this.last().content);
    const option =
      options.find(({ title }) => title.startsWith(which)) ??
      options.find(({ title }) => title.includes(which)) ??
      options.find(({ id }) => id.includes(which));
    if (option) return option;
    throw new Error(`No option "${which}" among: ${this.titles().join(' | ')}\n${this.body()}`);
  }
}

import type { Statements } from '../db/statements';
import type { ThreadId } from '../kernel/ids';
import { optionByNumber, typedNumber } from '../messaging/numbered';
import type { InboundMessage } from '../messaging/types';
import type { Channel } from '../tenancy/queries';
import { latestQuestion } from '../threads/sql/latest-question';
import type { World } from './types';

/**
 * What a customer wrote, as the choice it is where it is only a number and our last message, which this provider showed as
 * numbered text, has such an option. Everything else is left as it is: a number that is no option, one that answers an
 * older message by quoting it. Costs a look at the chat only for numbers, on channels that number.
 */
export async function asChosen(
  world: World,
  db: Statements,
  channel: Channel,
  threadId: ThreadId,
  message: InboundMessage,
): Promise<InboundMessage> {
  const { content, replyTo } = message;
  const { numbers = [] } = world.adapterOf(channel.provider);
  if (numbers.length === 0 || content.kind !== 'text' || typedNumber(content.text) === null) return message;
  const asked = await latestQuestion(db, channel.scope, threadId);
  if (!asked || !numbers.includes(asked.content.kind)) return message;
  if (replyTo !== undefined && replyTo !== asked.providerMessageId) return message;
  const option = optionByNumber(asked.content, content.text);
  return option ? { ...message, content: { kind: 'choice', ...option } } : message;
}

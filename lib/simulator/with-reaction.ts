import type { ChatMessage } from './types';

/** The message with this emoji on it, or with none. */
export const withReaction = (message: ChatMessage, emoji: string | null): ChatMessage => {
  const copy = { ...message };
  delete copy.reaction;
  return emoji === null ? copy : { ...copy, reaction: emoji };
};

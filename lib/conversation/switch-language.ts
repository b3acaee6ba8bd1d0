import type { Language } from '../kernel/local-text';
import { after, say, withNote, withState, type Chat, type Turned } from './chat';
import { repeatStep } from './flow';

/** Speaks the wished language from now on, remembers the wish, and asks the question at hand in it. */
export const switchLanguage = (chat: Chat, language: Language): Turned => {
  const spoken: Chat = { ...withState(chat, { language, misses: 0 }), language };
  const noted = withNote(spoken, say(spoken, 'language.switched'));
  return after([{ kind: 'set-language', language }], repeatStep(noted));
};

import { createTranslator } from 'use-intl/core';
import type { Language } from '../kernel/local-text';

export type PageText<Key extends string> = (key: Key, params?: Record<string, string | number>) => string;

/** Speaks one language's texts of a page. */
export const pageText = <Key extends string>(
  locale: Language,
  messages: Record<Key, string>,
): PageText<Key> =>
  // The catalogue's own keys are the type; use-intl would compute the same union from the messages again.
  createTranslator({ locale, messages, timeZone: 'Asia/Kolkata' }) as unknown as PageText<Key>;

import type { Language } from '../kernel/local-text';
import en from './messages/en/receipt.json';
import ta from './messages/ta/receipt.json';
import { pageText, type PageText } from './page-text';

export type ReceiptKey = keyof typeof en;

const texts: Record<Language, PageText<ReceiptKey>> = { en: pageText('en', en), ta: pageText('ta', ta) };

/** Texts of printed receipts, and of the message that brings one. */
export const receiptText = (language: Language): PageText<ReceiptKey> => texts[language];

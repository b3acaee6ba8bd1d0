import { type Language, byLanguage } from '../kernel/local-text';
import en from './messages/en/receipt.json';
import ta from './messages/ta/receipt.json';
import { pageText, type PageText } from './page-text';

export type ReceiptKey = keyof typeof en;

/** Every catalogue, by language. */
export const receiptCatalogues: Record<Language, Record<ReceiptKey, string>> = { en, ta };
const texts = byLanguage((language) => pageText(language, receiptCatalogues[language]));

/** Texts of printed receipts, and of the message that brings one. */
export const receiptText = (language: Language): PageText<ReceiptKey> => texts[language];

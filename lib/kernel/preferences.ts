/** How a reader wants pages to look; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

/** Cookies that hold a reader's choice of language and theme, so that the server renders them right at once. */
export const preferenceCookies = { language: 'neram-language', theme: 'neram-theme' } as const;

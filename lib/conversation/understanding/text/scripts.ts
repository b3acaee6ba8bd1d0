export const hasTamil = (text: string): boolean => /[\u0B80-\u0BFF]/u.test(text);
export const hasLatin = (text: string): boolean => /[a-z]/iu.test(text);

export const hasTamil = (text: string): boolean => /[\u0B80-\u0BFF]/u.test(text);

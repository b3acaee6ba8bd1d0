/** The month `2026-11` and those before it, newest first. */
export const monthsBefore = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    const months = year * 12 + number - 1 - back;
    return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
  });

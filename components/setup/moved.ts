/** The list with the one at `from` put at `to`, the others closing up. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const one = list[from];
  if (one === undefined) return [...list];
  const others = list.filter((_, place) => place !== from);
  return [...others.slice(0, to), one, ...others.slice(to)];
};

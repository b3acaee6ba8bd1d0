const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of a name, whole (a Tamil letter may be several code points); `?` for an empty one. */
export const initialOf = (name: string): string => {
  const [first] = graphemes.segment(name.trim());
  return (first?.segment ?? '?').toUpperCase();
};

/** The first letters of the words of a name, at most three: `A. K.` */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => `${initialOf(word)}.`)
    .join(' ');

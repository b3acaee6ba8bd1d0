const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of a name, whole (a Tamil letter may be several code points); `?` for an empty one. */
export const initialOf = (name: string): string => {
  const [first] = graphemes.segment(name.trim());
  return (first?.segment ?? '?').toUpperCase();
};

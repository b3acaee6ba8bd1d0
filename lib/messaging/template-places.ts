/** The named places of a template's text, e.g. `{{when}}`, each once, in the order they appear. */
export const placesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{([a-z][a-z0-9_]*)\}\}/g)].flatMap(([, name]) => name ?? [])),
];

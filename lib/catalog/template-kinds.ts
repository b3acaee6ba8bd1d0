/** Usual offers that an empty business may begin with. */
export const templateKinds = ['club', 'clinic'] as const;
export type TemplateKind = (typeof templateKinds)[number];

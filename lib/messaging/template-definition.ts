// A template as a provider keeps it: approved words with named places, sent outside the 24-hour window.

export type TemplateCategory = 'utility' | 'marketing' | 'authentication';

export type TemplateDefinition = {
  /** Small letters, digits and underscores; the same in every language. */
  name: string;
  /** Exact code, e.g. `ta`, `en`. */
  language: string;
  category: TemplateCategory;
  header?: string;
  /** With named places, e.g. `{{when}}`; none at the very beginning or end. */
  body: string;
  /** An example for every place, shown to whoever approves it. */
  samples: Readonly<Record<string, string>>;
  footer?: string;
  buttons: readonly TemplateDefinitionButton[];
};

export type TemplateDefinitionButton =
  | { type: 'quick-reply'; title: string }
  /** `url` may end in `{{1}}`; then `sample` is a whole address. */
  | { type: 'url'; title: string; url: string; sample?: string }
  /** A sign-in code to copy; authentication templates only. */
  | { type: 'copy-code'; title: string };

/** `unknown`: a state that this provider has added since. Only `approved` ones are sent. */
export type TemplateStatus =
  'pending' | 'approved' | 'rejected' | 'paused' | 'disabled' | 'deleted' | 'unknown';

/** A template as the provider lists it now. */
export type ProviderTemplate = {
  externalId: string;
  name: string;
  language: string;
  status: TemplateStatus;
  /** As the provider has put it, which may not be what was asked for. */
  category: TemplateCategory | null;
  /** The approved words, where the provider tells them. */
  body: string | null;
  /** Why it was rejected or paused, in the provider's words. */
  reason: string | null;
};

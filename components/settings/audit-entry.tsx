'use client';

import { formatMoney } from '../../lib/i18n/format-money';
import { stampFull } from '../../lib/i18n/format-stamp';
import { inLanguage } from '../../lib/kernel/local-text';
import { shownTextSchema } from '../../lib/kernel/local-text-schema';
import type { AuditLog } from '../../lib/tenancy/schema';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { changesOf } from './audit-changes';
import { actionKeys, fieldKeys } from './audit-keys';

type Entry = AuditLog['entries'][number];
/** Names of courts, doctors and services by their ids. */
export type Names = Record<string, string>;

/** Text by language and nothing else. */
const shownText = shownTextSchema.strict();
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** A whole form of setup is no line to read: it folds. */
const mostShown = 6;

/** How one stored value is read. */
function useValue(names: Names): (field: string, value: unknown) => string {
  const t = useText('audit');
  const language = useLanguage();
  const { zone } = useStaff();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return field.endsWith('Paise') ? formatMoney(value) : String(value);
    if (typeof value === 'string')
      return names[value] ?? (instant.test(value) ? stampFull(language, value, zone) : value);
    const text = shownText.safeParse(value);
    return text.success ? inLanguage(text.data, language) : JSON.stringify(value);
  };
}

const Changes = ({ entry, names }: { entry: Entry; names: Names }) => {
  const t = useText('audit');
  const read = useValue(names);
  const changes = changesOf(entry.before, entry.after);
  if (changes.length === 0) return null;
  const list = (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-xs">
      {changes.map(({ field, before, after }) => {
        const key = fieldKeys[field];
        return (
          <div key={field} className="contents">
            <dt className="text-muted">{key ? t(key) : field}</dt>
            <dd className="wrap-anywhere">
              {before === undefined ? null : (
                <>
                  <del className="text-muted">{read(field, before)}</del>
                  {after === undefined ? null : ' → '}
                </>
              )}
              {after === undefined ? null : read(field, after)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
  if (changes.length <= mostShown) return <div className="mt-1">{list}</div>;
  return (
    <details className="mt-1 text-xs">
      <summary className="cursor-pointer py-1 text-muted">{t('more')}</summary>
      {list}
    </details>
  );
};

/** One line of the log: who, what, to what, when, from where, and what it changed. */
export const AuditEntry = ({ entry, names }: { entry: Entry; names: Names }) => {
  const { zone } = useStaff();
  const t = useText('audit');
  const s = useText('settings');
  const language = useLanguage();
  const key = actionKeys[entry.action];
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{entry.actor.name}</span>
        <span>{key ? t(key) : entry.action}</span>
        {entry.subject.label ? <span className="min-w-0 truncate">{entry.subject.label}</span> : null}
        <time dateTime={entry.at} className="ml-auto text-xs text-muted">
          {stampFull(language, entry.at, zone)}
        </time>
      </p>
      <Changes entry={entry} names={names} />
      {entry.address ? (
        <p className="mt-1 truncate text-xs text-muted" title={entry.agent ?? ''}>
          {s('from', { address: entry.address })}
        </p>
      ) : null}
    </li>
  );
};

'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { stampFull } from '../../lib/i18n/format-stamp';
import type { AuditLog, People } from '../../lib/tenancy/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';

const kinds = {
  booking: 'kindBooking',
  customer: 'kindCustomer',
  chat: 'kindChat',
  person: 'kindPerson',
  account: 'kindAccount',
  block: 'kindBlock',
  service: 'kindService',
  resource: 'kindResource',
  closure: 'kindClosure',
  'quick-reply': 'kindQuickReply',
} as const;

type Entry = AuditLog['entries'][number];

/** What changed, as it is stored: names of fields and their values. */
const Values = ({ label, values }: { label: string; values: Entry['before'] }) =>
  values && Object.keys(values).length > 0 ? (
    <p className="text-xs text-muted wrap-anywhere">
      {label}:{' '}
      {Object.entries(values)
        .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ')}
    </p>
  ) : null;

const Row = ({ entry }: { entry: Entry }) => {
  const { zone } = useStaff();
  const t = useText('settings');
  const language = useLanguage();
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold">{entry.actor.name}</span>
        <code className="font-mono text-xs">{entry.action}</code>
        <span className="min-w-0 flex-1 truncate">{entry.subject.label ?? entry.subject.kind}</span>
        <time dateTime={entry.at} className="text-xs text-muted">
          {stampFull(language, entry.at, zone)}
        </time>
      </p>
      <Values label={t('before')} values={entry.before} />
      <Values label={t('after')} values={entry.after} />
      {entry.address ? (
        <p className="truncate text-xs text-muted" title={entry.agent ?? ''}>
          {t('from', { address: entry.address })}
        </p>
      ) : null}
    </li>
  );
};

type Filter = { action: string; actor: string };

function useAudit({ action, actor }: Filter, first: { filter: Filter; log: AuditLog }) {
  const { business } = useStaff();
  const brought = first.filter.action === action && first.filter.actor === actor;
  return useInfiniteQuery({
    queryKey: queryKeys.setup('audit', business, action, actor),
    queryFn: ({ pageParam, signal }) =>
      api<AuditLog>(business, 'get', 'audit', {
        query: { ...(action && { action }), ...(actor && { actor }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    ...(brought && { initialData: { pages: [first.log], pageParams: [''] } }),
    placeholderData: (before) => before,
  });
}

/** Who did what to what, from where; by kind and person. The filter is in the address. */
export const AuditView = ({
  first,
  members,
}: {
  first: { filter: Filter; log: AuditLog };
  members: People['members'];
}) => {
  const { business } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const router = useRouter();
  const search = useSearchParams();
  const filter = { action: search.get('action') ?? '', actor: search.get('actor') ?? '' };
  const log = useAudit(filter, first);
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const choose = (change: Partial<Filter>): void => {
    const wanted = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== '');
    router.replace(`/${business}/settings/audit?${new URLSearchParams(wanted).toString()}`, {
      scroll: false,
    });
  };
  return (
    <>
      <div className="flex flex-wrap gap-3 pb-4">
        <SelectField
          label={t('auditKind')}
          value={filter.action}
          onChange={(event) => {
            choose({ action: event.target.value });
          }}
        >
          <option value="">{t('auditAll')}</option>
          {Object.entries(kinds).map(([kind, key]) => (
            <option key={kind} value={`${kind}.`}>
              {t(key)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('auditPerson')}
          value={filter.actor}
          onChange={(event) => {
            choose({ actor: event.target.value });
          }}
        >
          <option value="">{t('auditWho')}</option>
          {members.map((one) => (
            <option key={one.id} value={one.userId}>
              {one.name}
            </option>
          ))}
        </SelectField>
      </div>
      {entries.length === 0 ? <Empty title={t('auditNone')} /> : null}
      <ul className="divide-y divide-hairline border-y border-hairline">
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
      {log.hasNextPage ? (
        <div className="flex justify-center p-4">
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {f('loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
};

'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import type { AuditLog, People } from '../../lib/tenancy/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useText } from '../words';
import { AuditEntry, type Names } from './audit-entry';

const kinds = {
  booking: 'kindBooking',
  customer: 'kindCustomer',
  chat: 'kindChat',
  person: 'kindPerson',
  account: 'kindAccount',
  time: 'kindBlock',
  hours: 'kindHours',
  price: 'kindPrice',
  business: 'kindBusiness',
  service: 'kindService',
  resource: 'kindResource',
  closure: 'kindClosure',
  'quick-reply': 'kindQuickReply',
  template: 'kindTemplate',
  channel: 'kindChannel',
  receipt: 'kindReceipt',
  pack: 'kindPack',
} as const;

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
  names,
}: {
  first: { filter: Filter; log: AuditLog };
  members: People['members'];
  names: Names;
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
          <AuditEntry names={names} key={entry.id} entry={entry} />
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

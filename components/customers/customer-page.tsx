'use client';

import Link from 'next/link';
import { formatPhone } from '../format-phone';
import type { CustomerView } from '../../lib/customers/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { stampDay } from '../../lib/i18n/format-stamp';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { CustomerPacks } from '../packs/customer-packs';
import { buttonClass } from '../ui/button';
import { useLanguage, useText } from '../words';
import { Consents } from './consents';
import { CustomerActs } from './customer-acts';
import { CustomerForm } from './customer-form';
import { CustomerHistory } from './customer-history';
import { useCustomer } from './use-customers';

const Figures = ({ counts }: Pick<CustomerView, 'counts'>) => {
  const t = useText('customers');
  const figures = [
    [t('bookings'), String(counts.bookings)],
    [t('upcoming'), String(counts.upcoming)],
    [t('noShows'), String(counts.noShows)],
    [t('cancelled'), String(counts.cancelled)],
    [t('spent'), formatMoney(counts.spentPaise)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="text-lg font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const relations = ['self', 'mother', 'father', 'son', 'daughter', 'wife', 'husband', 'other'] as const;

const Family = ({ attendees }: Pick<CustomerView, 'attendees'>) => {
  const t = useText('customers');
  return (
    <section>
      <h2 className="pb-1 text-base font-semibold">{t('family')}</h2>
      {attendees.length === 0 ? <p className="text-sm text-muted">{t('familyNone')}</p> : null}
      <ul className="divide-y divide-hairline">
        {attendees.map((one) => (
          <li key={one.id} className="py-2 text-sm">
            {one.name}
            <span className="text-muted">
              {' '}
              · {t(relations.find((relation) => relation === one.relation) ?? 'other')}
              {one.birthYear === null ? '' : ` · ${t('born', { year: String(one.birthYear) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** One customer: who they are, what they booked, what they agreed to, and what can be done for them. */
export const CustomerPage = ({ first }: { first: CustomerView }) => {
  const { business, zone, may } = useStaff();
  const t = useText('customers');
  const language = useLanguage();
  const { data: customer } = useCustomer(first);
  const erased = customer.erasedAt !== null;
  const thread = customer.threads[0];
  return (
    <>
      <PageHead
        title={customer.name ?? customer.profileName ?? formatPhone(customer.phone) ?? t('unnamed')}
        lead={
          <>
            {customer.blockedAt ? (
              <strong className="text-danger">
                {customer.blockReason ? t('blockedWhy', { reason: customer.blockReason }) : t('blocked')}{' '}
                ·{' '}
              </strong>
            ) : null}
            {customer.erasedAt
              ? t('erased', { date: stampDay(language, customer.erasedAt, zone) })
              : [
                  formatPhone(customer.phone) ?? customer.username ?? t('noPhone'),
                  t('since', { date: stampDay(language, customer.createdAt, zone) }),
                ].join(' · ')}
          </>
        }
      >
        {customer.phone ? (
          <a href={`tel:${customer.phone}`} className={buttonClass('secondary')}>
            {t('call')}
          </a>
        ) : null}
        {thread && may('chat.view') ? (
          <Link href={`/${business}/chats/${thread.id}`} className={buttonClass('secondary')}>
            {t('chat')}
          </Link>
        ) : null}
        {erased ? null : (
          <>
            <Link
              href={`/${business}/calendar?new=1&customer=${customer.id}`}
              className={buttonClass('primary')}
            >
              {t('book')}
            </Link>
            <CustomerActs customer={customer} />
          </>
        )}
      </PageHead>
      <div className="grid gap-8 px-4 pt-2 pb-10 md:px-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <Figures counts={customer.counts} />
          <CustomerHistory customer={customer} />
        </div>
        {erased ? null : (
          <div className="flex flex-col gap-8">
            <section>
              <h2 className="pb-1 text-base font-semibold">{t('details')}</h2>
              <CustomerForm customer={customer} />
            </section>
            <CustomerPacks customer={customer.id} />
            <Family attendees={customer.attendees} />
            <Consents customer={customer} />
          </div>
        )}
      </div>
    </>
  );
};

'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { formatDay } from '../../lib/i18n/format-day';
import { formatMoney, formatSigned } from '../../lib/i18n/format-money';
import { moneyMethods, type Report } from '../../lib/reports/schema';
import { api } from '../api';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { queryKeys } from '../query-keys';
import { buttonClass } from '../ui/button';
import { Empty, Skeleton } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { FigureRow } from './figures';
import { HeatMap } from './heat-map';
import { RangeBar } from './range-bar';
import { rangeOf } from './ranges';
import { ReportTabs } from './report-tabs';
import { CustomerTable, ShareTable, SourceBars } from './report-tables';
import { DataTable, Section, TableBehind } from './section';

// The drawing library is heavy; the figures need not wait for it.
const DayChart = dynamic(() => import('./day-chart').then((module) => module.DayChart), {
  ssr: false,
  loading: () => <Skeleton className="h-64 w-full" />,
});

type Props = { initial: Report; today: string; services: { id: string; name: string }[] };

/** The report of a span; the address holds which. */
export const ReportView = ({ initial, today, services }: Props) => {
  const { business } = useStaff();
  const t = useText('reports');
  const router = useRouter();
  const search = useSearchParams();
  const usual = rangeOf('last30', today);
  const range = { from: search.get('from') ?? usual.from, to: search.get('to') ?? usual.to };
  const serviceId = search.get('service') ?? '';
  const query = { ...range, ...(serviceId && { serviceId }) };
  const isInitial = range.from === initial.range.from && range.to === initial.range.to && !serviceId;
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: queryKeys.bookings('report', query),
    queryFn: ({ signal }) => api<Report>(business, 'get', 'report', { query, signal }),
    placeholderData: keepPreviousData,
    ...(isInitial && { initialData: initial }),
  });
  const go = (next: Record<string, string>): void => {
    const params = new URLSearchParams({ ...range, service: serviceId, ...next });
    router.replace(`?${params.toString()}`, { scroll: false });
  };
  return (
    <>
      <PageHead title={t('title')}>
        <Link className={buttonClass('secondary')} href={`/${business}/receipts`}>
          {t('receipts')}
        </Link>
        <a
          className={buttonClass('secondary')}
          href={`/api/businesses/${business}/report/export?${new URLSearchParams(query).toString()}`}
          download
        >
          {t('export')}
        </a>
      </PageHead>
      <ReportTabs />
      <div className="flex max-w-6xl flex-col gap-6 px-4 pb-10 md:px-6" aria-busy={isFetching}>
        <RangeBar
          {...{ range, serviceId, today, services }}
          onRange={go}
          onService={(service) => {
            go({ service });
          }}
        />
        {data ? <ReportBody report={data} /> : null}
        {isError ? <Unreadable onAgain={() => void refetch()} /> : null}
      </div>
    </>
  );
};

const ReportBody = ({ report }: { report: Report }) => {
  const t = useText('reports');
  const language = useLanguage();
  if (report.totals.bookings + report.totals.cancelled === 0)
    return <Empty title={t('empty')} hint={t('emptyHint')} />;
  return (
    <>
      <FigureRow report={report} />
      <Section title={t('perDay')}>
        <p aria-hidden className="flex gap-5 text-xs text-muted">
          <span className="flex items-center gap-1.5">
            <span className="size-2.5 rounded-sm bg-accent" />
            {t('bookings')}
          </span>
          <span className="flex items-center gap-1.5">
            <span className="h-0.5 w-4 bg-state-payment" />
            {t('value')}
          </span>
        </p>
        <DayChart days={report.days} />
        <TableBehind label={t('showTable')}>
          <DataTable
            caption={t('perDay')}
            rows={report.days}
            keyOf={(day) => day.date}
            columns={[
              { head: t('day'), cell: (day) => formatDay(language, day.date) },
              { head: t('bookings'), number: true, cell: (day) => day.bookings },
              { head: t('value'), number: true, cell: (day) => formatMoney(day.valuePaise) },
            ]}
          />
        </TableBehind>
      </Section>
      {report.money.length > 0 ? (
        <Section title={t('money')} hint={t('moneyHint')}>
          <DataTable
            caption={t('money')}
            rows={report.money}
            keyOf={(one) => one.method}
            columns={[
              { head: t('method'), cell: (one) => t(`method_${one.method}`) },
              { head: t('payments'), number: true, cell: (one) => one.count },
              { head: t('taken'), number: true, cell: (one) => formatMoney(one.takenPaise) },
              { head: t('returned'), number: true, cell: (one) => formatMoney(one.returnedPaise) },
              {
                head: t('kept'),
                number: true,
                cell: (one) => formatSigned(one.takenPaise - one.returnedPaise),
              },
              { head: t('fees'), number: true, cell: (one) => formatMoney(one.feePaise) },
            ]}
          />
          <TableBehind label={t('moneyPerDay')}>
            <DataTable
              caption={t('moneyPerDay')}
              rows={report.moneyDays}
              keyOf={(day) => day.date}
              columns={[
                { head: t('day'), cell: (day) => formatDay(language, day.date) },
                { head: t('asked'), number: true, cell: (day) => formatSigned(day.askedPaise) },
                ...moneyMethods.map((method) => ({
                  head: t(`method_${method}`),
                  number: true,
                  cell: (day: Report['moneyDays'][number]) => formatMoney(day.taken[method]),
                })),
                { head: t('returned'), number: true, cell: (day) => formatMoney(day.returnedPaise) },
                { head: t('kept'), number: true, cell: (day) => formatSigned(day.keptPaise) },
                { head: t('fees'), number: true, cell: (day) => formatMoney(day.feePaise) },
              ]}
            />
          </TableBehind>
        </Section>
      ) : null}
      <Section title={t('heat')} hint={t('heatHint')}>
        <HeatMap hours={report.hours} />
      </Section>
      <Section title={t('byService')}>
        <ShareTable rows={report.services} head={t('service')} />
      </Section>
      <Section title={t('byResource')}>
        <ShareTable rows={report.resources} head={t('resource')} />
      </Section>
      <div className="grid gap-6 md:grid-cols-2">
        <Section title={t('sources')}>
          <SourceBars sources={report.sources} />
        </Section>
        <Section title={t('topCustomers')}>
          <CustomerTable rows={report.customers} />
        </Section>
      </div>
    </>
  );
};

'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { formatDay, formatMonth } from '../../lib/i18n/format-day';
import { formatMilliPaise } from '../../lib/i18n/format-money';
import { formatCount } from '../../lib/i18n/format-number';
import type { CostReport } from '../../lib/costs/schema';
import { addDays } from '../../lib/scheduling/zone';
import { PageHead } from '../frame/page-head';
import { Unreadable } from '../frame/unreadable';
import { ReportTabs } from '../reports/report-tabs';
import { DataTable, Section, TableBehind } from '../reports/section';
import { IconButton } from '../ui/button';
import { Empty, Skeleton } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { Budget } from './budget';
import { CategoryLegend } from './category';
import { CostFigures } from './cost-figures';
import { DearestBookings, DearestCustomers, PurposeBars } from './cost-tables';
import { PriceList } from './price-list';
import { Reach } from './reach';
import { RuleTable } from './rule-table';
import { useCategoryName } from './use-category-name';
import { useCosts } from './use-costs';

// The drawing library is heavy; the figures need not wait for it.
const CostChart = dynamic(() => import('./cost-chart').then((module) => module.CostChart), {
  ssr: false,
  loading: () => <Skeleton className="h-56 w-full" />,
});

/** What messages cost; the address holds which month. */
export const CostView = ({ initial }: { initial: CostReport }) => {
  const r = useText('reports');
  const router = useRouter();
  const month = useSearchParams().get('month') ?? initial.thisMonth;
  const { data, isError, isFetching, refetch } = useCosts(month, initial);
  return (
    <>
      <PageHead title={r('title')}>
        <MonthChoice
          month={month}
          last={initial.thisMonth}
          onChange={(next) => {
            router.replace(`?month=${next}`, { scroll: false });
          }}
        />
      </PageHead>
      <ReportTabs />
      <div className="flex max-w-6xl flex-col gap-6 px-4 pb-10 md:px-6" aria-busy={isFetching}>
        {data ? <CostBody report={data} /> : null}
        {isError ? <Unreadable onAgain={() => void refetch()} /> : null}
      </div>
    </>
  );
};

type ChoiceProps = { month: string; last: string; onChange: (month: string) => void };

const MonthChoice = ({ month, last, onChange }: ChoiceProps) => {
  const t = useText('costs');
  const language = useLanguage();
  const first = `${month}-01`;
  return (
    <div role="group" aria-label={t('month')} className="flex items-center">
      <IconButton
        label={t('monthEarlier')}
        onClick={() => {
          onChange(addDays(first, -1).slice(0, 7));
        }}
      >
        <ChevronLeft aria-hidden className="size-4" />
      </IconButton>
      <span aria-live="polite" className="min-w-32 text-center text-sm font-semibold">
        {formatMonth(language, first)}
      </span>
      <IconButton
        label={t('monthLater')}
        disabled={month >= last}
        onClick={() => {
          onChange(addDays(first, 31).slice(0, 7));
        }}
      >
        <ChevronRight aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
};

const CostBody = ({ report }: { report: CostReport }) => {
  const t = useText('costs');
  return (
    <>
      {report.month === report.thisMonth ? (
        <div className="grid gap-4 lg:grid-cols-2">
          <Budget budget={report.budget} />
          <Reach reach={report.reach} />
        </div>
      ) : null}
      {report.messages === 0 ? <Empty title={t('empty')} hint={t('emptyHint')} /> : <Month report={report} />}
      {report.rules.length > 0 ? (
        <Section title={t('rules')} hint={t('rulesHint')}>
          <RuleTable rules={report.rules} />
        </Section>
      ) : null}
      <PriceList prices={report.prices} recordedOn={report.pricesRecordedOn} />
    </>
  );
};

const Month = ({ report }: { report: CostReport }) => {
  const t = useText('costs');
  const language = useLanguage();
  const nameOf = useCategoryName();
  return (
    <>
      <CostFigures report={report} />
      {report.unpriced > 0 ? (
        <p className="rounded bg-accent-soft px-3 py-2 text-sm">
          {t('unpriced', { count: report.unpriced })}
        </p>
      ) : null}
      <Section title={t('perDay')}>
        <CategoryLegend days={report.days} />
        <CostChart month={report.month} days={report.days} />
        <TableBehind label={t('showTable')}>
          <DataTable
            caption={t('perDay')}
            rows={report.days}
            keyOf={(day) => `${day.date} ${day.category}`}
            columns={[
              { head: t('day'), cell: (day) => formatDay(language, day.date) },
              { head: t('category'), cell: (day) => nameOf(day.category) },
              { head: t('messages'), number: true, cell: (day) => formatCount(day.messages) },
              { head: t('cost'), number: true, cell: (day) => formatMilliPaise(day.milliPaise) },
            ]}
          />
        </TableBehind>
      </Section>
      <Section title={t('byPurpose')}>
        <PurposeBars purposes={report.purposes} />
      </Section>
      {report.dearest.length > 0 ? (
        <div className="grid gap-6 md:grid-cols-2">
          <Section title={t('dearest')}>
            <DearestCustomers rows={report.dearest} />
          </Section>
          {report.dearestBookings.length > 0 ? (
            <Section title={t('dearestBookings')}>
              <DearestBookings rows={report.dearestBookings} />
            </Section>
          ) : null}
        </div>
      ) : null}
    </>
  );
};

'use client';

import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { DateJump } from './date-jump';
import { step, type View } from './state';

const offered = ['day', 'week', 'month', 'list'] as const satisfies readonly View[];

type Props = {
  title: string;
  view: View;
  date: string;
  today: string;
  onDate: (date: string) => void;
  onView: (view: View) => void;
  children: ReactNode;
};

/** Where in time the calendar is, how it is looked at, and what can be done. */
export const Toolbar = ({ title, view, date, today, onDate, onView, children }: Props) => {
  const t = useText('calendar');
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-hairline px-2 py-2 md:px-4 print:border-0">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="flex w-full min-w-0 items-center md:w-auto md:flex-1 print:hidden">
        <div className="flex min-w-0 flex-1 md:order-last">
          <DateJump title={title} date={date} today={today} onPick={onDate} />
        </div>
        <IconButton
          label={t('previous')}
          onClick={() => {
            onDate(step(view, date, -1));
          }}
        >
          <ChevronLeft aria-hidden className="size-5" />
        </IconButton>
        <Button
          look="secondary"
          className="px-3 md:mx-1"
          aria-keyshortcuts="t"
          disabled={date === today}
          onClick={() => {
            onDate(today);
          }}
        >
          {t('today')}
        </Button>
        <IconButton
          label={t('next')}
          onClick={() => {
            onDate(step(view, date, 1));
          }}
        >
          <ChevronRight aria-hidden className="size-5" />
        </IconButton>
      </div>
      {view === 'month' ? <p className="hidden text-lg font-semibold print:block">{title}</p> : null}
      <div className="flex w-full items-center justify-between gap-1 md:w-auto md:justify-end md:gap-2 print:hidden">
        <Segmented
          label={t('view')}
          value={view}
          onChange={onView}
          options={offered.map((one) => ({ value: one, label: t(one) }))}
        />
        <IconButton
          label={t('print')}
          className="max-md:hidden"
          onClick={() => {
            window.print();
          }}
        >
          <Printer aria-hidden className="size-4" />
        </IconButton>
        {children}
      </div>
    </header>
  );
};

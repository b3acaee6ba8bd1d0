'use client';

import { Check, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { cn } from '../ui/class-names';
import { useText } from '../words';
import { FirstBooking, type SimulatorPlace } from './first-booking';
import { firstSteps, isEmpty } from './first-steps';
import { TemplateChoice } from './template-choice';
import { useSetup } from './use-setup';

/** Where a new owner begins: what is done, and the one thing to do next. */
export const Overview = ({ booked, simulator }: { booked: boolean; simulator: SimulatorPlace }) => {
  const t = useText('setup');
  const { business, may } = useStaff();
  const setup = useSetup();
  const steps = firstSteps(setup, booked);
  const done = steps.filter((one) => one.done).length;
  const next = steps.find((one) => !one.done);
  return (
    <>
      <PageHead title={t('title')} lead={next ? t('progress', { done, all: steps.length }) : t('ready')} />
      <div className="max-w-2xl px-4 pb-10 md:px-6">
        {isEmpty(setup) && may('setup.change') ? <TemplateChoice /> : null}
        <progress className="sr-only" aria-label={t('title')} value={done} max={steps.length} />
        <div aria-hidden className="mb-4 flex gap-1">
          {steps.map((one) => (
            <span
              key={one.key}
              className={cn('h-1.5 flex-1 rounded', one.done ? 'bg-accent' : 'bg-hairline')}
            />
          ))}
        </div>
        <ol className="divide-y divide-hairline">
          {steps.map((step) => (
            <li key={step.key}>
              <Link
                href={step.key === 'booking' ? `/${business}/calendar` : `/${business}/setup/${step.page}`}
                className="flex min-h-14 items-center gap-3 rounded px-2 py-3 hover:bg-surface-sunken"
              >
                <span
                  aria-hidden
                  className={cn(
                    'grid size-6 shrink-0 place-items-center rounded-full border border-hairline',
                    step.done && 'border-accent bg-accent text-accent-ink',
                    step === next && 'border-2 border-accent',
                  )}
                >
                  {step.done ? <Check className="size-4" /> : null}
                </span>
                <span className="min-w-0 flex-1">
                  <span className={cn('block', step === next && 'font-semibold')}>
                    {t(`step_${step.key}`)}
                    <span className="sr-only"> – {t(step.done ? 'stepDone' : 'stepOpen')}</span>
                  </span>
                  {step === next ? (
                    <span className="block text-sm text-muted">{t(`step_${step.key}_hint`)}</span>
                  ) : null}
                </span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ol>
        {!next || next.key === 'booking' ? (
          <div className="mt-6">
            <FirstBooking simulator={simulator} />
          </div>
        ) : null}
      </div>
    </>
  );
};

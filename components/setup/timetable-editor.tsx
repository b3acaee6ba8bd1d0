'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { weeklyRangeSchema } from '../../lib/catalog/schema';
import { timetableFormSchema, type Setup } from '../../lib/catalog/setup/schema';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import { StaleNotice } from './notices';
import { PeriodBar } from './period-bar';
import { TwoWeeks } from './two-weeks';
import { useSave } from './use-save';
import { WeekGrid } from './week-grid';
import { isOf, sorted, type Period, type Range } from './week-model';
import { WeekRows } from './week-rows';

type Timetable = Setup['timetables'][number];

const rangesOf = (timetable: Timetable): Range[] =>
  timetable.hours.map((range) => weeklyRangeSchema.parse(range));

/** One owner's week, typed in rows or drawn on a grid, with the next two weeks as they will be. */
export const TimetableEditor = ({ timetable }: { timetable: Timetable }) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const { resourceId } = timetable;
  const [base, setBase] = useState(timetable);
  const [hours, setHours] = useState<Range[]>(() => rangesOf(timetable));
  const [period, setPeriod] = useState<Period>({});
  const [touched, setTouched] = useState(false);
  const save = useSave(() => {
    toast(frame('saved'));
    setTouched(false);
  });
  // Nothing typed yet: what somebody else saves is simply shown.
  if (!touched && !save.isPending && timetable.revision !== base.revision) {
    setBase(timetable);
    setHours(rangesOf(timetable));
  }
  const change = (next: Range[]): void => {
    setHours(sorted(next));
    setTouched(true);
  };
  const checked = timetableFormSchema.safeParse({ resourceId, hours });
  const stale = touched && !save.isPending && (save.conflict || timetable.revision !== base.revision);
  const disabled = !may('setup.change');
  const part = { hours, period, onChange: change, disabled };
  return (
    <div className="px-4 pb-8 md:px-6">
      {resourceId !== null && hours.length === 0 ? (
        <p className="mt-3 text-sm text-muted">{t('followsBusiness')}</p>
      ) : null}
      <PeriodBar {...part} onPeriod={setPeriod} />
      <div className="mt-4 grid grid-cols-1 items-start gap-8 xl:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
        <WeekRows {...part} />
        <WeekGrid {...part} />
      </div>
      {disabled ? null : (
        <div className="sticky bottom-14 z-10 mt-4 flex flex-col gap-2 border-t border-hairline bg-surface py-3 md:bottom-0">
          {stale ? (
            <StaleNotice
              onReload={() => {
                save.reset();
                setTouched(false);
              }}
            />
          ) : null}
          {touched && !checked.success ? (
            <p role="alert" className="text-sm text-danger">
              {t('mistakeHours')}
            </p>
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            {touched ? (
              <Button
                onClick={() => {
                  setHours(rangesOf(timetable));
                  setBase(timetable);
                  setTouched(false);
                  if (!hours.some((one) => isOf(period, one))) setPeriod({});
                }}
              >
                {t('discard')}
              </Button>
            ) : null}
            <Button
              look="primary"
              disabled={!touched || !checked.success}
              busy={save.isPending}
              onClick={() => {
                const body = { resourceId, hours, revision: base.revision };
                save.mutate({ method: 'put', path: 'setup/hours', body });
              }}
            >
              {frame('save')}
            </Button>
          </div>
        </div>
      )}
      <TwoWeeks resourceId={resourceId} hours={hours} />
    </div>
  );
};

'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import type { Setup } from '../../lib/catalog/setup/schema';
import { reminderFormSchema, type ReminderForm } from '../../lib/reminders/schema';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { CheckField, TextField } from '../ui/field';
import { useText } from '../words';
import { Part, StaleNotice } from './notices';
import { ReminderPreview } from './reminder-preview';
import { AfterRules, BeforeRules } from './reminder-rules';
import { useSave } from './use-save';
import { minuteOf, timeText } from './week-model';

type Stored = Setup['reminders'][number];

const usualQuiet = { from: 21 * 60 + 30, to: 7 * 60 };

const formOf = ({ rules, quiet }: Stored): ReminderForm => ({ rules, quiet });

/** When a service's customers are written to, with the messages beside it as they will read them. */
export const ReminderEditor = ({ serviceId, stored }: { serviceId: string; stored: Stored }) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const [base, setBase] = useState(stored);
  const [form, setForm] = useState(formOf(stored));
  const [touched, setTouched] = useState(false);
  const save = useSave(() => {
    toast(frame('saved'));
    setTouched(false);
  });
  if (!touched && !save.isPending && stored.revision !== base.revision) {
    setBase(stored);
    setForm(formOf(stored));
  }
  const change = (next: Partial<ReminderForm>): void => {
    setForm({ ...form, ...next });
    setTouched(true);
  };
  const checked = reminderFormSchema.safeParse(form);
  const quietWrong = !checked.success && checked.error.issues.some(({ path }) => path[0] === 'quiet');
  const stale = touched && !save.isPending && (save.conflict || stored.revision !== base.revision);
  const disabled = !may('setup.change');
  const rules = {
    rules: form.rules,
    onChange: (next: ReminderForm['rules']) => {
      change({ rules: next });
    },
  };
  return (
    <>
      <div className="mt-5 grid grid-cols-1 items-start gap-8 xl:grid-cols-[minmax(0,32rem)_minmax(0,24rem)]">
        <fieldset disabled={disabled} className="flex flex-col gap-6">
          <Part title={t('remindersBefore')} lead={t('remindersBeforeHint')}>
            <BeforeRules {...rules} />
          </Part>
          <Part title={t('remindersAfter')} lead={t('remindersAfterHint')}>
            <AfterRules {...rules} />
          </Part>
          <Part title={t('quietTitle')} lead={t('quietHint')}>
            <CheckField
              label={t('quietOn')}
              checked={form.quiet !== null}
              onChange={() => {
                change({ quiet: form.quiet ? null : usualQuiet });
              }}
            />
            {form.quiet ? <QuietTimes quiet={form.quiet} wrong={quietWrong} onChange={change} /> : null}
          </Part>
        </fieldset>
        <ReminderPreview serviceId={serviceId} />
      </div>
      {disabled ? null : (
        <div className="sticky bottom-14 z-10 mt-6 flex flex-col gap-2 border-t border-hairline bg-surface py-3 md:bottom-0">
          {stale ? (
            <StaleNotice
              onReload={() => {
                save.reset();
                setTouched(false);
              }}
            />
          ) : null}
          {touched && !checked.success && !quietWrong ? (
            <p role="alert" className="text-sm text-danger">
              {t('mistakeReminders')}
            </p>
          ) : null}
          <Button
            look="primary"
            className="self-end"
            disabled={!touched || !checked.success}
            busy={save.isPending}
            onClick={() => {
              const body = { ...form, revision: base.revision };
              save.mutate({ method: 'put', path: `setup/reminders/${serviceId}`, body });
            }}
          >
            {frame('save')}
          </Button>
        </div>
      )}
    </>
  );
};

const QuietTimes = ({
  quiet,
  wrong,
  onChange,
}: {
  quiet: NonNullable<ReminderForm['quiet']>;
  wrong: boolean;
  onChange: (next: Partial<ReminderForm>) => void;
}) => {
  const t = useText('setup');
  const field = (key: 'from' | 'to', label: string) => (
    <TextField
      type="time"
      label={label}
      value={timeText(quiet[key])}
      aria-invalid={wrong ? true : undefined}
      onChange={(event) => {
        const minute = minuteOf(event.target.value);
        if (minute !== null) onChange({ quiet: { ...quiet, [key]: minute } });
      }}
    />
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="grid max-w-sm grid-cols-2 gap-3">
        {field('from', t('quietFrom'))}
        {field('to', t('quietTo'))}
      </div>
      {wrong ? (
        <p role="alert" className="text-sm text-danger">
          {t('mistakeQuiet')}
        </p>
      ) : null}
    </div>
  );
};

'use client';

import { useState } from 'react';
import { closureSchema } from '../../lib/catalog/schema';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import { toEpochMinute } from '../../lib/kernel/time-range';
import type { Closure } from '../../lib/scheduling/types';
import { localDateOf } from '../../lib/scheduling/zone';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { CheckField, SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { LocalTextInput } from './fields';
import { useSetup } from './use-setup';
import { minuteOf } from './week-model';

/** For whom, which days or which part of them, every year or once, and why. */
export const ClosureFields = ({
  date,
  onDone,
}: {
  date: string | null;
  onDone: (closure: Closure) => void;
}) => {
  const t = useText('setup');
  const language = useLanguage();
  const { zone } = useStaff();
  const { resources } = useSetup();
  const today = localDateOf(toEpochMinute(new Date()), zone);
  const [whose, setWhose] = useState('');
  const [startsOn, setStartsOn] = useState(date ?? today);
  const [endsOn, setEndsOn] = useState(date ?? today);
  const [part, setPart] = useState(false);
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('13:00');
  const [yearly, setYearly] = useState(false);
  const [reason, setReason] = useState<LocalText>({});
  const [tried, setTried] = useState(false);
  const times = {
    fromMinute: minuteOf(from) ?? 0,
    toMinute: minuteOf(to) === 0 ? 1440 : (minuteOf(to) ?? 0),
  };
  const checked = closureSchema.safeParse({
    resourceId: whose === '' ? null : whose,
    startsOn,
    endsOn,
    yearly,
    reason,
    ...(part && times),
  });
  const reasonMissing = Object.keys(reason).length === 0;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (checked.success) onDone(checked.data);
      }}
    >
      <SelectField
        label={t('closureOf')}
        value={whose}
        onChange={(event) => {
          setWhose(event.target.value);
        }}
      >
        <option value="">{t('wholeBusiness')}</option>
        {resources
          .filter((one) => !one.archived)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {inLanguage(one.name, language)}
            </option>
          ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          type="date"
          label={t('validFrom')}
          value={startsOn}
          onChange={(event) => {
            setStartsOn(event.target.value);
            if (endsOn < event.target.value) setEndsOn(event.target.value);
          }}
        />
        <TextField
          type="date"
          label={t('lastDay')}
          value={endsOn}
          min={startsOn}
          error={tried && endsOn < startsOn ? t('mistakeDays') : undefined}
          onChange={(event) => {
            setEndsOn(event.target.value);
          }}
        />
      </div>
      <CheckField
        label={t('partOfDay')}
        checked={part}
        onChange={(event) => {
          setPart(event.target.checked);
        }}
      />
      {part ? (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            type="time"
            label={t('timeFrom')}
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
            }}
          />
          <TextField
            type="time"
            label={t('timeTo')}
            value={to}
            error={tried && times.toMinute <= times.fromMinute ? t('mistakeTimes') : undefined}
            onChange={(event) => {
              setTo(event.target.value);
            }}
          />
        </div>
      ) : null}
      <CheckField
        label={t('yearly')}
        hint={t('yearlyHint')}
        checked={yearly}
        onChange={(event) => {
          setYearly(event.target.checked);
        }}
      />
      <LocalTextInput
        label={t('reason')}
        hint={t('reasonHint')}
        error={tried && reasonMissing ? t('mistakeName') : undefined}
        value={reason}
        onChange={setReason}
      />
      {tried && !checked.success ? (
        <p role="alert" className="text-sm text-danger">
          {t('checkFields')}
        </p>
      ) : null}
      <Button type="submit" look="primary">
        {t('whoIsBooked')}
      </Button>
    </form>
  );
};

'use client';

import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { firstRepeat, isPossible, mostTimes, usualTimes, usualUntil, type Repeat } from './repeat';

type Props = {
  /** null: once. */
  value: Repeat | null;
  firstOn: string;
  onChange: (repeat: Repeat | null) => void;
};

const weeksOffered = [1, 2, 3, 4] as const;

/** Whether it is booked again every so many weeks, and how long that goes on. */
export const RepeatFields = ({ value, firstOn, onChange }: Props) => {
  const t = useText('calendar');
  const wrong = value && !isPossible(value, firstOn) ? t('repeatImpossible', { most: mostTimes }) : undefined;
  return (
    <>
      <SelectField
        label={t('repeat')}
        value={value?.everyWeeks ?? 0}
        onChange={(event) => {
          const everyWeeks = Number(event.target.value);
          if (everyWeeks === 0) onChange(null);
          else onChange(value ? { ...value, everyWeeks } : firstRepeat(everyWeeks));
        }}
      >
        <option value={0}>{t('repeatNever')}</option>
        {weeksOffered.map((weeks) => (
          <option key={weeks} value={weeks}>
            {t('repeatWeeks', { weeks })}
          </option>
        ))}
      </SelectField>
      {value ? (
        <div className="grid grid-cols-1 items-end gap-3 min-[360px]:grid-cols-2 sm:col-span-2">
          <SelectField
            label={t('repeatEnds')}
            value={'times' in value.end ? 'times' : 'until'}
            onChange={(event) => {
              const end =
                event.target.value === 'times'
                  ? { times: usualTimes }
                  : { untilOn: usualUntil(firstOn, value.everyWeeks) };
              onChange({ ...value, end });
            }}
          >
            <option value="times">{t('repeatTimes')}</option>
            <option value="until">{t('repeatUntil')}</option>
          </SelectField>
          {'times' in value.end ? (
            <TextField
              label={t('times')}
              type="number"
              inputMode="numeric"
              min={1}
              max={mostTimes}
              required
              value={value.end.times || ''}
              error={wrong}
              onChange={(event) => {
                onChange({ ...value, end: { times: Number(event.target.value) } });
              }}
            />
          ) : (
            <TextField
              label={t('lastOn')}
              type="date"
              required
              min={firstOn}
              value={value.end.untilOn}
              error={wrong}
              onChange={(event) => {
                onChange({ ...value, end: { untilOn: event.target.value } });
              }}
            />
          )}
        </div>
      ) : null}
    </>
  );
};

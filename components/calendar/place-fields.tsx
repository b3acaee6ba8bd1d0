'use client';

import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { minuteOfText, timeText } from './draft';
import type { CalendarResource } from './entries';
import type { Labels } from './use-labels';

export type PlaceValue = { resourceId: string; date: string; minute: number };

type Props = {
  value: PlaceValue;
  resources: readonly CalendarResource[];
  labels: Labels;
  onChange: (change: Partial<PlaceValue>) => void;
};

/** Where and when: the device's own pickers, which every phone knows how to show. */
export const PlaceFields = ({ value, resources, labels, onChange }: Props) => {
  const t = useText('calendar');
  return (
    <>
      <SelectField
        label={t('resource')}
        value={value.resourceId}
        onChange={(event) => {
          onChange({ resourceId: event.target.value });
        }}
      >
        {resources.map((one) => (
          <option key={one.id} value={one.id}>
            {labels.local(one.name)}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('date')}
          type="date"
          required
          value={value.date}
          onChange={(event) => {
            if (event.target.value) onChange({ date: event.target.value });
          }}
        />
        <TextField
          label={t('time')}
          type="time"
          step={300}
          required
          value={timeText(value.minute)}
          onChange={(event) => {
            onChange({ minute: minuteOfText(event.target.value) });
          }}
        />
      </div>
    </>
  );
};

'use client';

import { Controller, type Control } from 'react-hook-form';
import type { ServiceForm } from '../../lib/catalog/setup/schema';
import { useText } from '../words';
import { NumberInput } from './fields';

type Props = { control: Control<ServiceForm, unknown, ServiceForm>; disabled: boolean };

const numbers = [
  ['stepMinutes', 'unitMinutes'],
  ['noticeMinutes', 'unitMinutes'],
  ['horizonDays', 'unitDays'],
  ['changeNoticeMinutes', 'unitMinutes'],
  ['reviewHoldMinutes', 'unitMinutes'],
  ['bufferBeforeMinutes', 'unitMinutes'],
  ['bufferAfterMinutes', 'unitMinutes'],
] as const;

/** How near and how far ahead customers may book, change and cancel; what lies around a booking. */
export const ServiceRules = ({ control, disabled }: Props) => {
  const t = useText('setup');
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
      {numbers.map(([name, unit]) => (
        <Controller
          key={name}
          control={control}
          name={name}
          render={({ field, fieldState }) => (
            <NumberInput
              label={t(`rule_${name}`)}
              hint={t(`rule_${name}_hint`)}
              unit={t(unit)}
              error={fieldState.invalid ? t('mistakeNumber') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={(value) => {
                field.onChange(value ?? Number.NaN);
              }}
            />
          )}
        />
      ))}
    </div>
  );
};

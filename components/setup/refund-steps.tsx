'use client';

import { useController, type Control } from 'react-hook-form';
import type { ServiceForm } from '../../lib/catalog/setup/schema';
import type { RefundRule } from '../../lib/terms/types';
import { Button } from '../ui/button';
import { useText } from '../words';
import { NumberInput } from './fields';

type Props = { control: Control<ServiceForm, unknown, ServiceForm>; disabled: boolean };
type Step = RefundRule['steps'][number];

const maximumSteps = 10;

/** What customers get back who call off: row by row, from the longest notice to the shortest. */
export const RefundSteps = ({ control, disabled }: Props) => {
  const t = useText('setup');
  const { field, fieldState } = useController({ control, name: 'refundRule' });
  const { steps } = field.value;
  const write = (next: Step[]): void => {
    field.onChange({ steps: next });
  };
  const change = (at: number, part: Partial<Step>): void => {
    write(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  };
  const last = steps.at(-1);
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-2" disabled={disabled}>
      <legend className="mb-1 text-sm font-semibold">{t('refundSteps')}</legend>
      <p className="text-xs text-muted">{t('refundStepsHint')}</p>
      {steps.map((step, at) => (
        <div key={at} className="flex flex-wrap items-end gap-3">
          <NumberInput
            label={t('refundHours')}
            unit={t('unitHours')}
            value={step.hoursBefore}
            onChange={(value) => {
              change(at, { hoursBefore: value ?? Number.NaN });
            }}
          />
          <NumberInput
            label={t('refundPercent')}
            unit="%"
            value={step.percent}
            onChange={(value) => {
              change(at, { percent: value ?? Number.NaN });
            }}
          />
          <Button
            look="quiet"
            aria-label={t('refundRemoveNamed', { hours: step.hoursBefore })}
            onClick={() => {
              write(steps.filter((_, index) => index !== at));
            }}
          >
            {t('refundRemove')}
          </Button>
        </div>
      ))}
      {fieldState.invalid ? (
        <p role="alert" className="text-xs text-danger">
          {t('refundMistake')}
        </p>
      ) : null}
      {steps.length < maximumSteps ? (
        <div>
          <Button
            onClick={() => {
              write([
                ...steps,
                last
                  ? { hoursBefore: Math.floor(last.hoursBefore / 2), percent: Math.floor(last.percent / 2) }
                  : { hoursBefore: 24, percent: 100 },
              ]);
            }}
          >
            {t('refundAdd')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
};

'use client';

import { Controller, useController, type Control } from 'react-hook-form';
import type { ServiceForm } from '../../lib/catalog/setup/schema';
import type { Deposit } from '../../lib/terms/types';
import { SelectField } from '../ui/field';
import { useText } from '../words';
import { MoneyInput, NumberInput } from './fields';
import { RefundSteps } from './refund-steps';

type Props = { control: Control<ServiceForm, unknown, ServiceForm>; disabled: boolean };

const rules = ['none', 'venue', 'deposit', 'full'] as const;

const usualDeposit = (kind: Deposit['kind'], pricePaise: number): Deposit =>
  kind === 'percent'
    ? { kind, percent: 25 }
    : { kind, amountPaise: Math.max(100, Math.round(pricePaise / 400) * 100) };

/** When a service is paid, and what comes back to who calls off. */
export const ServicePayment = ({ control, disabled }: Props) => {
  const t = useText('setup');
  const rule = useController({ control, name: 'paymentRule' }).field;
  const deposit = useController({ control, name: 'deposit' });
  const price = useController({ control, name: 'pricePaise' }).field;
  const isBefore = rule.value === 'deposit' || rule.value === 'full';
  const terms = deposit.field.value;
  const mistake = deposit.fieldState.invalid ? t('mistakeNumber') : undefined;
  return (
    <div className="mt-5 grid gap-x-6 gap-y-5 sm:grid-cols-2">
      <SelectField
        {...rule}
        label={t('payment')}
        hint={isBefore ? t('paymentHint') : undefined}
        disabled={disabled}
        onChange={(event) => {
          rule.onChange(event);
          if (event.target.value === 'deposit' && !terms)
            deposit.field.onChange(usualDeposit('percent', price.value));
        }}
      >
        {rules.map((each) => (
          <option key={each} value={each}>
            {t(`payment_${each}`)}
          </option>
        ))}
      </SelectField>
      {isBefore ? (
        <Controller
          control={control}
          name="payHoldMinutes"
          render={({ field, fieldState }) => (
            <NumberInput
              label={t('payHold')}
              hint={t('payHoldHint')}
              unit={t('unitMinutes')}
              error={fieldState.invalid ? t('mistakeNumber') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={(value) => {
                field.onChange(value ?? Number.NaN);
              }}
            />
          )}
        />
      ) : null}
      {rule.value === 'deposit' && terms ? (
        <>
          <SelectField
            label={t('depositKind')}
            value={terms.kind}
            disabled={disabled}
            onChange={(event) => {
              const kind = event.target.value === 'fixed' ? 'fixed' : 'percent';
              deposit.field.onChange(usualDeposit(kind, price.value));
            }}
          >
            <option value="percent">{t('depositPercent')}</option>
            <option value="fixed">{t('depositFixed')}</option>
          </SelectField>
          {terms.kind === 'fixed' ? (
            <MoneyInput
              label={t('depositAmount')}
              error={mistake}
              disabled={disabled}
              value={terms.amountPaise}
              onChange={(value) => {
                deposit.field.onChange({ kind: 'fixed', amountPaise: value ?? Number.NaN });
              }}
            />
          ) : (
            <NumberInput
              label={t('depositShare')}
              unit="%"
              error={mistake}
              disabled={disabled}
              value={terms.percent}
              onChange={(value) => {
                deposit.field.onChange({ kind: 'percent', percent: value ?? Number.NaN });
              }}
            />
          )}
        </>
      ) : null}
      {isBefore ? <RefundSteps control={control} disabled={disabled} /> : null}
    </div>
  );
};

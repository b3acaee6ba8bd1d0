'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatMilliPaise, formatMoney } from '../../lib/i18n/format-money';
import { formatShare } from '../../lib/i18n/format-number';
import { budgetFormSchema, type BudgetState } from '../../lib/costs/schema';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { useCostChange } from './use-costs';

/** How much of the month's budget is spent, with a warning from 80 % on; the owner sets it. */
export const Budget = ({ budget }: { budget: BudgetState }) => {
  const t = useText('costs');
  const { may } = useStaff();
  const [open, setOpen] = useState(false);
  const { budgetPaise, spentMilliPaise, state } = budget;
  const share = budgetPaise === null ? 0 : spentMilliPaise / (budgetPaise * 1000);
  const warned = state === 'near' || state === 'over';
  return (
    <section aria-label={t('budget')} className="flex flex-col gap-3 rounded-lg border border-hairline p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="text-sm font-semibold">{t('budget')}</h2>
          <p className="text-sm text-muted">
            {budgetPaise === null
              ? t('budgetNone')
              : t('budgetSpent', {
                  spent: formatMilliPaise(spentMilliPaise),
                  budget: formatMoney(budgetPaise),
                })}
          </p>
        </div>
        {may('cost.change') ? (
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {budgetPaise === null ? t('budgetSet') : t('budgetChange')}
          </Button>
        ) : null}
      </div>
      {budgetPaise === null ? null : (
        <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-sunken">
          <span
            className={cn('block h-full rounded-full', state === 'over' ? 'bg-danger' : 'bg-accent')}
            style={{ width: `${String(Math.min(100, 100 * share))}%` }}
          />
        </span>
      )}
      {warned ? (
        <p role="alert" className="flex items-start gap-2 rounded bg-danger-soft px-3 py-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          {t(state === 'over' ? 'budgetOver' : 'budgetNear', { share: formatShare(share) })}
        </p>
      ) : null}
      <Dialog open={open} onOpenChange={setOpen} title={t('budget')}>
        <BudgetForm
          budgetPaise={budgetPaise}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </section>
  );
};

const BudgetForm = ({ budgetPaise, onDone }: { budgetPaise: number | null; onDone: () => void }) => {
  const t = useText('costs');
  const f = useText('frame');
  const [rupees, setRupees] = useState(budgetPaise === null ? '' : String(budgetPaise / 100));
  const [wrong, setWrong] = useState(false);
  const doing = useCostChange();
  const save = (paise: number | null): void => {
    const read = budgetFormSchema.safeParse({ budgetPaise: paise });
    setWrong(!read.success);
    if (read.success) doing.mutate({ method: 'put', path: 'budget', body: read.data }, { onSuccess: onDone });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(/^\d+$/.test(rupees.trim()) ? Number(rupees) * 100 : 0);
      }}
    >
      <TextField
        label={t('budgetMonth')}
        hint={t('budgetHint')}
        error={wrong ? t('budgetWrong') : undefined}
        inputMode="numeric"
        value={rupees}
        onChange={({ target }) => {
          setRupees(target.value);
        }}
      />
      <div className="flex flex-wrap justify-end gap-2">
        {budgetPaise === null ? null : (
          <Button
            look="quiet"
            disabled={doing.isPending}
            onClick={() => {
              save(null);
            }}
          >
            {t('budgetRemove')}
          </Button>
        )}
        <Button look="primary" type="submit" busy={doing.isPending}>
          {f('save')}
        </Button>
      </div>
    </form>
  );
};

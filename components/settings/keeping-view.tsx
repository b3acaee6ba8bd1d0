'use client';

import { useState } from 'react';
import type { Keeping, ShownKeeping } from '../../lib/operations/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useKeeping, useSaveKeeping } from './use-keeping';

const monthChoices = [3, 6, 12, 24, 36, 60, 96];
const dayChoices = [8, 14, 30, 60, 90, 180];

/** What was chosen elsewhere is a choice here as well. */
const withOwn = (choices: readonly number[], own: number | null): number[] =>
  own === null || choices.includes(own) ? [...choices] : [...choices, own].sort((a, b) => a - b);

const isShorter = (now: Keeping, before: Keeping): boolean =>
  now.bodiesDays < before.bodiesDays ||
  (now.messagesMonths ?? Infinity) < (before.messagesMonths ?? Infinity);

/** How long chats and raw events are kept; a shorter time is asked about, since what is older is gone for good. */
export const KeepingView = ({ first }: { first: ShownKeeping }) => {
  const t = useText('operations');
  const language = useLanguage();
  const { zone } = useStaff();
  const { data } = useKeeping(first);
  const [edited, setEdited] = useState<Keeping | null>(null);
  const [asking, setAsking] = useState(false);
  const saving = useSaveKeeping();
  const { bodiesDays, messagesMonths } = edited ?? data;
  const changed = bodiesDays !== data.bodiesDays || messagesMonths !== data.messagesMonths;
  const monthsInWords = (months: number): string =>
    months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months });
  const save = (): void => {
    saving.mutate(
      { bodiesDays, messagesMonths },
      {
        onSuccess: () => {
          setEdited(null);
        },
        onSettled: () => {
          setAsking(false);
        },
      },
    );
  };
  return (
    <form
      className="flex max-w-xl flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (isShorter({ bodiesDays, messagesMonths }, data)) setAsking(true);
        else save();
      }}
    >
      <p className="text-sm text-muted">{t('dataLead')}</p>
      <SelectField
        label={t('messages')}
        hint={t('messagesHint')}
        value={messagesMonths ?? ''}
        onChange={({ target }) => {
          setEdited({ bodiesDays, messagesMonths: target.value === '' ? null : Number(target.value) });
        }}
      >
        {withOwn(monthChoices, data.messagesMonths).map((months) => (
          <option key={months} value={months}>
            {monthsInWords(months)}
          </option>
        ))}
        <option value="">{t('ever')}</option>
      </SelectField>
      <SelectField
        label={t('bodies')}
        hint={t('bodiesHint')}
        value={bodiesDays}
        onChange={({ target }) => {
          setEdited({ bodiesDays: Number(target.value), messagesMonths });
        }}
      >
        {withOwn(dayChoices, data.bodiesDays).map((days) => (
          <option key={days} value={days}>
            {t('days', { count: days })}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" disabled={!changed} busy={saving.isPending}>
          {t('save')}
        </Button>
        <p className="text-sm text-muted">
          {data.clearedAt
            ? t('lastRun', { at: formatInstant(language, data.clearedAt, zone) })
            : t('neverRun')}
        </p>
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('shorterTitle')}
        actions={
          <>
            <Button
              onClick={() => {
                setAsking(false);
                setEdited(null);
              }}
            >
              {t('keepData')}
            </Button>
            <Button look="danger" busy={saving.isPending} onClick={save}>
              {t('shorterYes')}
            </Button>
          </>
        }
      >
        <p className="text-sm">{t('shorterHint')}</p>
      </Dialog>
    </form>
  );
};

'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarsPage, OwnCalendars, ShownLink } from '../../../lib/mirrors/schema';
import { api, problemOf } from '../../api';
import { useStaff } from '../../frame/staff-context';
import { queryKeys } from '../../query-keys';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField, SelectField, TextField } from '../../ui/field';
import { useText } from '../../words';
import { useCalendarChange } from './use-calendars';

type Account = CalendarsPage['google']['accounts'][number];

type Props = {
  name: string;
  resourceId: string | null;
  link: ShownLink | null;
  accounts: readonly Account[];
  onClose: () => void;
};

type Mistake = 'mistakeCalendar' | 'mistakeShare' | 'mistakeReach';

const mistakeOf = (error: unknown): Mistake => {
  const message = problemOf(error).errors[0]?.message;
  return message === 'mistakeShare' || message === 'mistakeCalendar' ? message : 'mistakeReach';
};

/** Chooses the Google calendar of one court, one doctor or the business. */
export const LinkDialog = ({ name, resourceId, link, accounts, onClose }: Props) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const [accountId, setAccountId] = useState(link?.accountId ?? accounts[0]?.id ?? '');
  const [calendarId, setCalendarId] = useState('');
  const [reads, setReads] = useState(link?.reads ?? true);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const change = useCalendarChange();
  const account = accounts.find(({ id }) => id === accountId) ?? accounts[0];
  if (!account) return null;
  const send = (): void => {
    if (calendarId.trim() === '') {
      setMistake('mistakeCalendar');
      return;
    }
    change.mutate(
      { method: 'post', path: 'links', body: { accountId, resourceId, calendarId, reads }, quiet: true },
      {
        onSuccess: onClose,
        onError: (error) => {
          setMistake(mistakeOf(error));
        },
      },
    );
  };
  const choose = (next: string): void => {
    setCalendarId(next);
    setMistake(null);
  };
  const field = {
    account,
    value: calendarId,
    error: mistake === null ? undefined : t(mistake),
    onChange: choose,
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={t('linkTitle', { name })}
      actions={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button look="primary" busy={change.isPending} onClick={send}>
            {t('link')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {accounts.length > 1 ? (
          <SelectField
            label={t('account')}
            value={accountId}
            onChange={(event) => {
              setAccountId(event.target.value);
              choose('');
            }}
          >
            {accounts.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
        ) : null}
        {account.kind === 'oauth' ? <ListedCalendars {...field} /> : <NamedCalendar {...field} />}
        {resourceId === null ? null : (
          <CheckField
            label={t('reads')}
            hint={t('readsHint')}
            checked={reads}
            onChange={(event) => {
              setReads(event.target.checked);
            }}
          />
        )}
      </div>
    </Dialog>
  );
};

type FieldProps = {
  account: Account;
  value: string;
  error: string | undefined;
  onChange: (calendarId: string) => void;
};

const ListedCalendars = ({ account, value, error, onChange }: FieldProps) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const { business } = useStaff();
  const { data, isPending } = useQuery({
    queryKey: queryKeys.setup('own-calendars', account.id),
    queryFn: ({ signal }) =>
      api<OwnCalendars>(business, 'get', `calendars/accounts/${account.id}/calendars`, { signal }),
  });
  return (
    <SelectField
      label={t('calendarChoice')}
      value={value}
      error={error ?? (data?.problem ? t('mistakeReach') : undefined)}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      <option value="">{isPending ? frame('loading') : t('chooseCalendar')}</option>
      {(data?.calendars ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};

const NamedCalendar = ({ account, value, error, onChange }: FieldProps) => {
  const t = useText('calendars');
  return (
    <TextField
      label={t('calendarId')}
      hint={t('calendarIdHint', { label: account.label })}
      value={value}
      error={error}
      autoComplete="off"
      placeholder="…@group.calendar.google.com"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
};

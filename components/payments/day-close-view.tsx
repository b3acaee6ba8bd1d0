'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { DayClose } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { readRupees } from '../booking/rupees';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { AskDialog } from '../ui/ask-dialog';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { DayCloseTable, type Drawer } from './day-close-table';

/** The money of a day, by who took it and how, beside what was counted. */
export const DayCloseView = ({ today }: { today: string }) => {
  const t = useText('payments');
  const { business } = useStaff();
  const [on, setOn] = useState(today);
  const [counting, setCounting] = useState<Drawer | null>(null);
  const { data } = useQuery({
    queryKey: queryKeys.money('day-close', on),
    queryFn: ({ signal }) => api<DayClose>(business, 'get', 'payments/day-close', { query: { on }, signal }),
  });
  return (
    <div className="flex flex-col gap-4 px-4 pb-8 md:px-6">
      <p className="text-sm text-muted">{t('closeLead')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('day')}
          type="date"
          value={on}
          max={today}
          onChange={(event) => {
            if (event.target.value) setOn(event.target.value);
          }}
        />
        <Button
          className="print:hidden"
          onClick={() => {
            window.print();
          }}
        >
          <Printer aria-hidden className="size-4" />
          {t('print')}
        </Button>
      </div>
      {data && data.drawers.length + data.online.length === 0 ? <Empty title={t('noDrawers')} /> : null}
      {data && data.drawers.length + data.online.length > 0 ? (
        <DayCloseTable day={data} onCount={setCounting} />
      ) : null}
      {counting ? (
        <CountDialog
          on={on}
          drawer={counting}
          onClose={() => {
            setCounting(null);
          }}
        />
      ) : null}
    </div>
  );
};

const CountDialog = ({ on, drawer, onClose }: { on: string; drawer: Drawer; onClose: () => void }) => {
  const t = useText('payments');
  const { business } = useStaff();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const doing = useMutation({
    mutationFn: (countedPaise: number) =>
      api<DayClose>(business, 'put', 'payments/day-close', {
        body: { on, staffId: drawer.staffId, countedPaise, note: note.trim() },
      }),
    onSuccess: (closed) => {
      queries.setQueryData(queryKeys.money('day-close', on), closed);
      toast(t('done'));
      onClose();
    },
    onError: () => {
      toast(t('refused'));
    },
  });
  const submit = (): void => {
    const paise = readRupees(text);
    setMissing(paise === null);
    if (paise !== null) doing.mutate(paise);
  };
  return (
    <AskDialog
      title={t('countFor', { name: drawer.name ?? t('nobody') })}
      label={t('save')}
      busy={doing.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('countedAmount')}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={missing ? t('amountWrong') : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setMissing(false);
        }}
      />
      <TextField
        label={t('note')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
    </AskDialog>
  );
};

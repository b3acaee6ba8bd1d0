'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { formatMoney } from '../../lib/i18n/format-money';
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

type Drawer = DayClose['drawers'][number];

/** The desk's money of a day, by who took it and how, beside what was counted. */
export const DayCloseView = ({ today }: { today: string }) => {
  const t = useText('payments');
  const { business } = useStaff();
  const [on, setOn] = useState(today);
  const [counting, setCounting] = useState<Drawer | null>(null);
  const { data } = useQuery({
    queryKey: queryKeys.money('day-close', on),
    queryFn: ({ signal }) => api<DayClose>(business, 'get', 'payments/day-close', { query: { on }, signal }),
  });
  const cell = 'px-3 py-2 text-right tabular-nums whitespace-nowrap';
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
      {data?.drawers.length === 0 ? <Empty title={t('noDrawers')} /> : null}
      {data && (data.drawers.length > 0 || data.gateway.count > 0) ? (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('closeLead')}>
          <table className="w-full text-sm">
            <thead className="text-xs text-muted">
              <tr className="border-b border-hairline">
                <th className="py-2 pr-3 text-left font-semibold">{t('who')}</th>
                <th className="px-3 py-2 text-left font-semibold">{t('how')}</th>
                <th className={`${cell} font-semibold`}>{t('taken')}</th>
                <th className={`${cell} font-semibold`}>{t('handedBack')}</th>
                <th className={`${cell} font-semibold`}>{t('expected')}</th>
                <th className={`${cell} font-semibold`}>{t('counted')}</th>
                <th className={`${cell} font-semibold`}>{t('difference')}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-hairline">
              {data.drawers.map((drawer) => (
                <DrawerRow
                  key={`${drawer.staffId ?? ''} ${drawer.method}`}
                  drawer={drawer}
                  closing={data.closings.find(
                    ({ staffId }) => drawer.method === 'cash' && staffId === drawer.staffId,
                  )}
                  onCount={() => {
                    setCounting(drawer);
                  }}
                />
              ))}
              {data.gateway.count > 0 ? (
                <tr>
                  <th scope="row" className="py-2 pr-3 text-left font-normal">
                    —
                  </th>
                  <td className="px-3 py-2">{t('method_gateway')}</td>
                  <td className={cell}>{formatMoney(data.gateway.takenPaise)}</td>
                  <td className={cell}>{formatMoney(data.gateway.returnedPaise)}</td>
                  <td className={cell}>
                    {formatMoney(data.gateway.takenPaise - data.gateway.returnedPaise)}
                  </td>
                  <td className={cell} />
                  <td className={cell} />
                </tr>
              ) : null}
            </tbody>
          </table>
        </div>
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

const DrawerRow = ({
  drawer,
  closing,
  onCount,
}: {
  drawer: Drawer;
  closing: DayClose['closings'][number] | undefined;
  onCount: () => void;
}) => {
  const t = useText('payments');
  const { may } = useStaff();
  const cell = 'px-3 py-2 text-right tabular-nums whitespace-nowrap';
  const expected = drawer.takenPaise - drawer.returnedPaise;
  const gap = closing && closing.countedPaise - expected;
  return (
    <tr>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        {drawer.name ?? t('nobody')}
      </th>
      <td className="px-3 py-2">
        {t(`method_${drawer.method}`)} <span className="text-xs text-muted">({drawer.count})</span>
      </td>
      <td className={cell}>{formatMoney(drawer.takenPaise)}</td>
      <td className={cell}>{formatMoney(drawer.returnedPaise)}</td>
      <td className={cell}>{formatMoney(expected)}</td>
      <td className={cell}>
        {closing ? formatMoney(closing.countedPaise) : null}
        {drawer.method === 'cash' && drawer.staffId && may('payment.take') ? (
          <Button look="quiet" className="print:hidden" onClick={onCount}>
            {t('countCash')}
          </Button>
        ) : null}
      </td>
      <td className={`${cell} ${gap ? 'text-danger' : ''}`}>
        {gap === undefined ? null : `${gap < 0 ? '−' : ''}${formatMoney(Math.abs(gap))}`}
        {closing?.note ? (
          <span className="block text-xs whitespace-normal text-muted">{closing.note}</span>
        ) : null}
      </td>
    </tr>
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

'use client';

import type { ReactNode } from 'react';
import { formatMoney, formatSigned } from '../../lib/i18n/format-money';
import type { DayClose } from '../../lib/payments/desk/schema';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';

export type Drawer = DayClose['drawers'][number];
type Moved = { takenPaise: number; returnedPaise: number };

const sumOf = (rows: readonly Moved[]): Moved => ({
  takenPaise: rows.reduce((sum, one) => sum + one.takenPaise, 0),
  returnedPaise: rows.reduce((sum, one) => sum + one.returnedPaise, 0),
});

/** Who took what at the desk and how, what came online by its ways, and all of it; counted is only what somebody holds. */
export const DayCloseTable = ({ day, onCount }: { day: DayClose; onCount: (drawer: Drawer) => void }) => {
  const t = useText('payments');
  const { may } = useStaff();
  const head = 'px-3 py-2 text-right font-semibold';
  return (
    <table className="block w-full text-sm md:table">
      <thead className="sr-only text-xs text-muted md:not-sr-only md:table-header-group">
        <tr className="border-b border-hairline">
          <th className="py-2 pr-3 text-left font-semibold">{t('who')}</th>
          <th className="px-3 py-2 text-left font-semibold">{t('how')}</th>
          <th className={head}>{t('taken')}</th>
          <th className={head}>{t('handedBack')}</th>
          <th className={head}>{t('expected')}</th>
          <th className={head}>{t('counted')}</th>
          <th className={head}>{t('difference')}</th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-hairline md:table-row-group">
        {day.drawers.map((drawer) => {
          const cash = drawer.method === 'cash';
          const closing = cash ? day.closings.find(({ staffId }) => staffId === drawer.staffId) : undefined;
          const gap = closing && closing.countedPaise - (drawer.takenPaise - drawer.returnedPaise);
          return (
            <Row
              key={`${drawer.staffId ?? ''} ${drawer.method}`}
              who={drawer.name ?? t('nobody')}
              how={t(`method_${drawer.method}`)}
              count={drawer.count}
              moved={drawer}
              counted={
                <>
                  {closing ? formatMoney(closing.countedPaise) : null}
                  {cash && drawer.staffId && may('payment.take') ? (
                    <Button
                      look={closing ? 'quiet' : 'secondary'}
                      className="ml-2 print:hidden"
                      onClick={() => {
                        onCount(drawer);
                      }}
                    >
                      {t(closing ? 'countAgain' : 'countCash')}
                    </Button>
                  ) : null}
                </>
              }
              gap={gap}
              note={closing?.note ?? null}
            />
          );
        })}
        {day.online.map((way) => (
          <Row
            key={way.instrument}
            who={t('method_gateway')}
            how={t(`online_${way.instrument}`)}
            count={way.count}
            moved={way}
            note={way.feePaise > 0 ? t('closeFees', { amount: formatMoney(way.feePaise) }) : null}
          />
        ))}
        <Row who={t('total')} how="" moved={sumOf([...day.drawers, ...day.online])} strong />
      </tbody>
    </table>
  );
};

const Row = ({
  who,
  how,
  count,
  moved: { takenPaise, returnedPaise },
  counted = null,
  gap,
  note = null,
  strong = false,
}: {
  who: string;
  how: string;
  count?: number;
  moved: Moved;
  counted?: ReactNode;
  /** What was counted beyond what should be there; undefined: nobody has counted. */
  gap?: number | undefined;
  note?: string | null;
  strong?: boolean;
}) => {
  const t = useText('payments');
  const weight = strong ? 'font-semibold' : 'md:font-normal';
  const amount = 'tabular-nums whitespace-nowrap md:table-cell md:px-3 md:py-2 md:text-right';
  const name = <span className="ml-1 font-normal text-muted md:hidden">{how}</span>;
  return (
    <tr
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-2 md:table-row md:py-0 ${strong ? 'font-semibold' : ''}`}
    >
      <th scope="row" className={`min-w-0 text-left font-semibold md:py-2 md:pr-3 ${weight}`}>
        {who} {name}
      </th>
      <td className="hidden px-3 py-2 md:table-cell">
        {how} {count === undefined ? null : <span className="text-xs text-muted">({count})</span>}
      </td>
      <td className={`order-3 text-muted md:text-inherit ${amount}`}>
        <span className="md:hidden">{t('taken')} </span>
        {formatMoney(takenPaise)}
      </td>
      <td
        className={`order-4 text-right text-muted md:text-inherit ${amount} ${returnedPaise === 0 ? 'hidden' : ''}`}
      >
        <span className="md:hidden">{t('handedBack')} </span>
        {formatMoney(returnedPaise)}
      </td>
      <td className={`order-2 text-right font-semibold ${weight} ${amount}`}>
        {formatSigned(takenPaise - returnedPaise)}
      </td>
      <td className={`order-5 text-right ${amount} ${counted ? '' : 'hidden'}`}>
        {gap === undefined ? null : <span className="text-muted md:hidden">{t('counted')} </span>}
        {counted}
      </td>
      <td
        className={`order-6 text-right ${amount} ${gap ? 'text-danger' : ''} ${gap === undefined && !note ? 'hidden' : ''}`}
      >
        {gap === undefined ? null : (
          <>
            <span className="md:hidden">{t('difference')} </span>
            {formatSigned(gap)}
          </>
        )}
        {note ? <span className="block text-xs whitespace-normal text-muted">{note}</span> : null}
      </td>
    </tr>
  );
};

'use client';

import { TriangleAlert } from 'lucide-react';
import { formatCount } from '../../lib/i18n/format-number';
import type { CostReport } from '../../lib/costs/schema';
import { cn } from '../ui/class-names';
import { useText } from '../words';

/** How far WhatsApp's daily limit of customers is used up, and what waits for it. */
export const Reach = ({ reach }: { reach: CostReport['reach'] }) => {
  const t = useText('costs');
  const { limit, told, reached, waiting } = reach;
  return (
    <section aria-label={t('reach')} className="flex flex-col gap-3 rounded-lg border border-hairline p-4">
      <div>
        <h2 className="text-sm font-semibold">{t('reach')}</h2>
        <p className="text-sm text-muted">
          {limit === null
            ? t('reachAny', { reached: formatCount(reached) })
            : t('reachOf', { reached: formatCount(reached), limit: formatCount(limit) })}
        </p>
      </div>
      {limit === null ? null : (
        <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-sunken">
          <span
            className={cn('block h-full rounded-full', waiting > 0 ? 'bg-danger' : 'bg-accent')}
            style={{ width: `${String(Math.min(100, (100 * reached) / Math.max(1, limit)))}%` }}
          />
        </span>
      )}
      {waiting > 0 ? (
        <p role="alert" className="flex items-start gap-2 rounded bg-danger-soft px-3 py-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          {t('reachWaiting', { count: waiting })}
        </p>
      ) : null}
      <p className="text-xs text-muted">
        {told ? '' : `${t('reachUnknown')} `}
        {t('reachHint')}
      </p>
    </section>
  );
};

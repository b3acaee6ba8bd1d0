'use client';

import { formatMilliPaise, formatMoney } from '../../lib/i18n/format-money';
import { formatCount, formatShare } from '../../lib/i18n/format-number';
import { inLanguage } from '../../lib/kernel/local-text';
import type { CostReport, RuleEffect } from '../../lib/costs/schema';
import { DataTable } from '../reports/section';
import { useLanguage, useText } from '../words';

/** What each reminder rule costs and brings. */
export const RuleTable = ({ rules }: { rules: CostReport['rules'] }) => {
  const t = useText('costs');
  const language = useLanguage();
  const lead = (minutes: number): string => {
    if (minutes % 1440 === 0) return t('days', { count: minutes / 1440 });
    return minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
  };
  const missed = ({ visits, noShows }: RuleEffect['with']): string =>
    visits === 0 ? '–' : t('missed', { share: formatShare(noShows / visits), visits: formatCount(visits) });
  const ofVisits = (rule: RuleEffect, of: RuleEffect['with']): string =>
    rule.kind === 'before' ? missed(of) : '–';
  const saved = ({ kind, savedPaise }: RuleEffect): string => {
    if (kind !== 'before') return '–';
    return savedPaise === null
      ? t('ruleFew')
      : `${savedPaise < 0 ? '−' : ''}${formatMoney(Math.abs(savedPaise))}`;
  };
  return (
    <DataTable
      caption={t('rules')}
      rows={rules}
      keyOf={(rule) => rule.id}
      columns={[
        {
          head: t('rule'),
          cell: (rule) => (
            <span className="flex min-w-40 flex-col">
              <span>{t(`rule_${rule.kind}`, { lead: lead(rule.minutes) })}</span>
              <span className="text-xs text-muted">{inLanguage(rule.service, language)}</span>
            </span>
          ),
        },
        { head: t('ruleSent'), number: true, cell: (rule) => formatCount(rule.sent) },
        { head: t('cost'), number: true, cell: (rule) => formatMilliPaise(rule.milliPaise) },
        { head: t('ruleWith'), number: true, cell: (rule) => ofVisits(rule, rule.with) },
        { head: t('ruleWithout'), number: true, cell: (rule) => ofVisits(rule, rule.without) },
        { head: t('ruleBefore'), number: true, cell: (rule) => ofVisits(rule, rule.before) },
        { head: t('ruleSaved'), number: true, cell: saved },
      ]}
    />
  );
};

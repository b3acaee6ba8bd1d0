'use client';

import { Check, Info, X } from 'lucide-react';
import type { DashboardMessages } from '../../../lib/i18n/dashboard-messages';
import { type Finding, type FindingCode, isRight } from '../../../lib/messaging/finding';
import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { cn } from '../../ui/class-names';
import { Button } from '../../ui/button';
import { useLanguage, useText } from '../../words';
import { PermanentToken } from './create-part';
import { useProviderName } from './provider-name';
import { useTierWords } from './tier-words';
import { useChannelAct } from './use-channels';

type Key = keyof DashboardMessages['channels'];

/** Findings that there is something to do about; the others only say how it is. */
const mends: Partial<Record<FindingCode, Key>> = {
  'token-ends': 'mend_token-ends',
  'token-ends-soon': 'mend_token-ends-soon',
  'token-temporary': 'mend_token-temporary',
  'token-expired': 'mend_token-expired',
  'token-wrong': 'mend_token-wrong',
  'scopes-missing': 'mend_scopes-missing',
  'secret-wrong': 'mend_secret-wrong',
  'number-wrong': 'mend_number-wrong',
  'number-other': 'mend_number-other',
  'number-unregistered': 'mend_number-unregistered',
  'number-unverified': 'mend_number-unverified',
  'number-offline': 'mend_number-offline',
  'account-missing': 'mend_account-missing',
  'account-wrong': 'mend_account-wrong',
  'account-other': 'mend_account-other',
  'account-rejected': 'mend_account-rejected',
  'account-closed': 'mend_account-closed',
  'name-pending': 'mend_name-pending',
  'name-declined': 'mend_name-declined',
  'quality-fair': 'mend_quality-fair',
  'quality-low': 'mend_quality-low',
  'limit-low': 'mend_limit-low',
  'webhook-none': 'mend_webhook-none',
  'webhook-unsubscribed': 'mend_webhook-unsubscribed',
  'webhook-elsewhere': 'mend_webhook-elsewhere',
  'webhook-shared': 'mend_webhook-shared',
  'webhook-fields': 'mend_webhook-fields',
  'webhook-header': 'mend_webhook-header',
  'app-wrong': 'mend_app-wrong',
  'wallet-empty': 'mend_wallet-empty',
  'no-answer': 'mend_no-answer',
};

const marks = {
  right: { icon: Check, look: 'text-state-checked-in' },
  wrong: { icon: X, look: 'text-danger' },
  neither: { icon: Info, look: 'text-muted' },
} as const;

type Props = {
  channel: ChannelDetail;
  /** Only what concerns where events go, or all but that; absent: everything. */
  about?: 'webhook' | 'keys';
};

/** What a look at the channel found, a line each: right or wrong, and what mends it. */
export const FindingList = ({ channel, about }: Props) => {
  const t = useText('channels');
  const language = useLanguage();
  const { zone } = useStaff();
  const name = useProviderName()(channel.provider);
  const acting = useChannelAct(channel.id);
  return (
    <section className="flex flex-col gap-2" aria-busy={acting.isPending}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-sm font-semibold">{t('checkTitle', { provider: name })}</h3>
        <span className="grow" />
        <Button
          busy={acting.isPending}
          onClick={() => {
            acting.mutate({ act: 'check' });
          }}
        >
          {t('check')}
        </Button>
      </div>
      <ul className="border-b border-hairline">
        {channel.findings
          .filter(({ what }) => about === undefined || (what === 'webhook') === (about === 'webhook'))
          .map((finding) => (
            <Line key={finding.what} finding={finding} />
          ))}
      </ul>
      <p role="status" className="text-xs text-muted">
        {channel.checkedAt === null
          ? t('checkNever')
          : t('checked', { at: formatInstant(language, channel.checkedAt, zone) })}
      </p>
    </section>
  );
};

const ending: ReadonlySet<FindingCode> = new Set(['token-temporary', 'token-ends-soon', 'token-expired']);

const endingOf = ({ findings, provider }: ChannelDetail): Finding | undefined =>
  provider === 'cloud-api' ? findings.find(({ code }) => ending.has(code)) : undefined;

/** How to make a token that does not end, where the one in use does. */
export const EndlessToken = ({ channel }: { channel: ChannelDetail }) =>
  endingOf(channel) ? <PermanentToken /> : null;

/** Says that the token ends, with how to make one that does not; nothing where it does not end soon. */
export const TokenNotice = ({ channel }: { channel: ChannelDetail }) => {
  const finding = endingOf(channel);
  return finding ? (
    <div className="flex flex-col gap-2">
      <ul>
        <Line finding={finding} />
      </ul>
      <PermanentToken />
    </div>
  ) : null;
};

const Line = ({ finding }: { finding: Finding }) => {
  const t = useText('channels');
  const params = useShownParams(finding);
  const right = isRight(finding);
  const kind = right === null ? 'neither' : right ? 'right' : 'wrong';
  const { icon: Icon, look } = marks[kind];
  const mend = mends[finding.code];
  return (
    <li className="flex gap-3 border-t border-hairline py-2 text-sm">
      <Icon role="img" aria-label={t(kind)} className={cn('mt-0.5 size-4 shrink-0', look)} />
      <div className="grid min-w-0 grow gap-x-3 sm:grid-cols-[9rem_1fr]">
        <span className="text-muted">{t(`what_${finding.what}`)}</span>
        <div className="min-w-0">
          <p className={cn('break-words', kind === 'wrong' && 'font-semibold')}>
            {t(`found_${finding.code}`, params)}
          </p>
          {mend ? <p className="break-words">{t(mend, params)}</p> : null}
          {finding.detail !== null && kind !== 'right' ? (
            <p className="text-xs break-words text-muted">{t('said', { detail: finding.detail })}</p>
          ) : null}
        </div>
      </div>
    </li>
  );
};

/** The values of a finding in the reader's words: instants by the business's clocks, tiers as numbers. */
function useShownParams({ params }: Finding): Record<string, string> {
  const language = useLanguage();
  const { zone } = useStaff();
  const tierWords = useTierWords();
  const shown = (name: string, value: string): string => {
    if (name === 'until') return formatInstant(language, value, zone);
    return name === 'tier' ? tierWords(value) : value;
  };
  const all = Object.entries(params).map(([name, value]) => [name, shown(name, value)]);
  // Every place that a text may have, lest a value that the provider left out shows as a bare name.
  return { phone: '', name: '', state: '', ...(Object.fromEntries(all) as Record<string, string>) };
}

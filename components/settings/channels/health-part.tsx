'use client';

import type { ReactNode } from 'react';
import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { cn } from '../../ui/class-names';
import { Button } from '../../ui/button';
import { useLanguage, useText } from '../../words';
import { useProviderName } from './provider-name';
import { useFailureWords } from './refusal';
import { useTierWords } from './tier-words';
import { useChannelAct } from './use-channels';

const useStamp = (): ((at: string | null) => string | null) => {
  const language = useLanguage();
  const { zone } = useStaff();
  return (at) => at && formatInstant(language, at, zone);
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="border-t border-hairline py-2">
    <dt className="text-xs text-muted">{name}</dt>
    <dd className="text-sm">{children}</dd>
  </div>
);

const Warning = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="rounded bg-danger-soft px-4 py-3 text-sm break-words text-danger">
    {children}
  </p>
);

const qualities = { GREEN: 'quality_GREEN', YELLOW: 'quality_YELLOW', RED: 'quality_RED' } as const;
const isQuality = (text: string | null): text is keyof typeof qualities => text !== null && text in qualities;

/** How a number is: what is in the way first, then when it was last heard, then its quality and limits. */
export const HealthPart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const stamp = useStamp();
  const tierWords = useTierWords();
  const name = useProviderName()(channel.provider);
  const { pausedReason, heldAt, silent, qualityRating, messagingLimitTier, tokenExpiresAt } = channel;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-base font-semibold">{t('health')}</h2>
      {pausedReason === null ? null : (
        <Warning>{t('paused', { provider: name, reason: pausedReason })}</Warning>
      )}
      {heldAt === null ? null : <Warning>{t('held', { at: stamp(heldAt) ?? '' })}</Warning>}
      {silent ? <Warning>{t('silent', { provider: name })}</Warning> : null}
      <dl className="grid gap-x-6 border-b border-hairline sm:grid-cols-2">
        <Fact name={t('lastInbound')}>{stamp(channel.lastInboundAt) ?? t('never')}</Fact>
        <Fact name={t('lastOutbound')}>{stamp(channel.lastOutboundAt) ?? t('never')}</Fact>
        <Fact name={t('lastEvent', { provider: name })}>{stamp(channel.lastEventAt) ?? t('never')}</Fact>
        <Fact name={t('confirmed')}>{stamp(channel.verifiedAt) ?? t('never')}</Fact>
        <Fact name={t('quality')}>
          <span className={cn(qualityRating === 'RED' && 'font-semibold text-danger')}>
            {isQuality(qualityRating) ? t(qualities[qualityRating]) : t('notKnown')}
          </span>
        </Fact>
        <Fact name={t('limit')}>
          {messagingLimitTier === null
            ? t('notKnown')
            : t('limitValue', { tier: tierWords(messagingLimitTier) })}
        </Fact>
        <Fact name={t('speed')}>{t('speedValue', { rate: channel.ratePerSecond })}</Fact>
        <Fact name={t('tokenEnd')}>{stamp(tokenExpiresAt) ?? t('tokenNever')}</Fact>
      </dl>
    </section>
  );
};

/** What did not go out, by what it means and how it is mended. */
export const FailuresPart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const stamp = useStamp();
  const words = useFailureWords();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t('failures')}</h2>
      {channel.failures.length === 0 ? <p className="text-sm text-muted">{t('failuresNone')}</p> : null}
      <ul className={cn(channel.failures.length > 0 && 'border-b border-hairline')}>
        {channel.failures.map((failure) => (
          <li
            key={`${failure.kind} ${String(failure.code)}`}
            className="border-t border-hairline py-2 text-sm break-words"
          >
            {words(failure)}
            <span className="block text-xs text-muted tabular-nums">
              {t('times', { count: failure.count, at: stamp(failure.lastAt) ?? '' })}
              {failure.code === null ? '' : ` · ${t('codeIs', { code: String(failure.code) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the provider has said of the number or its account, newest first. */
export const AlertsPart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const stamp = useStamp();
  const acting = useChannelAct(channel.id);
  const { alerts } = channel;
  const fresh = alerts.some(({ seen }) => !seen);
  return (
    <section className="flex flex-col gap-2">
      <div className="flex min-h-11 flex-wrap items-center gap-3 md:min-h-9">
        <h2 className="text-base font-semibold">{t('alerts')}</h2>
        <span className="grow" />
        {fresh ? (
          <Button
            busy={acting.isPending}
            onClick={() => {
              acting.mutate({ act: 'seen' });
            }}
          >
            {t('seen')}
          </Button>
        ) : null}
      </div>
      {alerts.length === 0 ? <p className="text-sm text-muted">{t('alertsNone')}</p> : null}
      <ul className={cn(alerts.length > 0 && 'border-b border-hairline')}>
        {alerts.map(({ id, at, kind, urgent, params, seen }) => (
          <li key={id} className="border-t border-hairline py-2 text-sm break-words">
            <span className={cn(urgent && !seen && 'font-semibold text-danger')}>
              {t(`alert_${kind}`, { detail: '', name: '', language: '', ...params })}
            </span>
            <span className="block text-xs text-muted">
              {stamp(at)}
              {seen ? '' : ` · ${t('fresh')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

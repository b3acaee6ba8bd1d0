'use client';

import Link from 'next/link';
import type { ChannelsPage, ChannelSummary } from '../../../lib/tenancy/channels/schema';
import { useStaff } from '../../frame/staff-context';
import { buttonClass } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { useText } from '../../words';
import { useProviderName } from './provider-name';
import { StateMark } from './state-mark';
import { useChannels } from './use-channels';

/** The WhatsApp numbers of the business, and the way to one more. */
export const ChannelsView = ({ first }: { first: ChannelsPage }) => {
  const t = useText('channels');
  const { business } = useStaff();
  const { data } = useChannels(first);
  const inUse = data.channels.filter(({ archived }) => !archived);
  const archived = data.channels.filter((one) => one.archived);
  const connect = (
    <Link
      href={`/${business}/settings/channels/new`}
      className={buttonClass('primary', inUse.length === 0 ? undefined : 'self-start')}
    >
      {t('connect')}
    </Link>
  );
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-muted">{t('lead')}</p>
      {inUse.length === 0 ? (
        <Empty title={t('none')} hint={t('noneHint')}>
          {connect}
        </Empty>
      ) : (
        <>
          <ul className="border-b border-hairline">
            {inUse.map((channel) => (
              <Row key={channel.id} channel={channel} />
            ))}
          </ul>
          {connect}
        </>
      )}
      {archived.length > 0 ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center text-sm text-muted">
            {t('archived')} ({archived.length})
          </summary>
          <ul className="border-b border-hairline">
            {archived.map((channel) => (
              <Row key={channel.id} channel={channel} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
};

const Row = ({ channel }: { channel: ChannelSummary }) => {
  const { business } = useStaff();
  const nameOf = useProviderName();
  return (
    <li className="border-t border-hairline">
      <Link
        href={`/${business}/settings/channels/${channel.id}`}
        className="flex min-h-14 items-center gap-3 py-2 hover:bg-surface-sunken"
      >
        <span className="min-w-0 grow">
          <span className="block text-sm font-semibold break-all tabular-nums">{channel.label}</span>
          <span className="block text-sm text-muted">{nameOf(channel.provider)}</span>
        </span>
        <StateMark state={channel.state} />
        <span aria-hidden className="text-muted">
          ›
        </span>
      </Link>
    </li>
  );
};

'use client';

import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { Button } from '../../ui/button';
import { useLanguage, useText } from '../../words';
import { CopyButton } from '../copy-button';
import { isDone } from './steps';
import { useProviderName } from './provider-name';
import { RoutePicture } from './route-picture';
import { Refusal } from './refusal';
import { useChannelAct } from './use-channels';

const Copied = ({ name, text }: { name: string; text: string }) => (
  <div className="flex flex-col gap-1">
    <span className="text-sm font-semibold">{name}</span>
    <div className="flex items-center gap-2">
      <code className="min-w-0 flex-1 rounded bg-surface-sunken px-3 py-2 text-sm break-all">{text}</code>
      <CopyButton text={text} />
    </div>
  </div>
);

/** Where events have to be brought, what to enter beside it, and whether the provider has shown that it knows. */
export const CallbackPart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const { provider, callback } = channel;
  const name = useProviderName()(provider);
  const acting = useChannelAct(channel.id);
  const { secret } = callback;
  return (
    <>
      <RoutePicture provider={provider} part="callback" />
      <p className="text-sm">{t(`paste_${provider}`)}</p>
      <Copied name={t('address')} text={callback.address} />
      {secret ? (
        <Copied name={t(secret.kind === 'header' ? 'header' : 'verifyToken')} text={secret.value} />
      ) : null}
      {callback.reachable ? null : <p className="text-sm text-danger">{t('unreachable')}</p>}
      {callback.settable ? (
        <Button
          className="self-start"
          look={isDone(channel, 'callback') ? 'secondary' : 'primary'}
          busy={acting.isPending}
          onClick={() => {
            acting.mutate({ act: 'webhook' });
          }}
        >
          {t('setFor')}
        </Button>
      ) : null}
      <div role="status" className="flex flex-col gap-2 text-sm">
        {acting.data?.ok === true ? <p>{t('setDone', { provider: name })}</p> : null}
        {acting.data?.ok === false ? (
          <Refusal answer={acting.data} lead={(detail) => t('setRefused', { provider: name, detail })} />
        ) : null}
        <Waiting channel={channel} />
      </div>
    </>
  );
};

const Waiting = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const language = useLanguage();
  const { zone } = useStaff();
  const { provider, callback, verifiedAt, unprovedAt } = channel;
  const name = useProviderName()(provider);
  const stamp = (at: string): string => formatInstant(language, at, zone);
  return (
    <>
      {unprovedAt === null ? null : (
        <p className="text-danger">{t('unproved', { provider: name, at: stamp(unprovedAt) })}</p>
      )}
      {verifiedAt === null ? (
        <p className="flex items-center gap-2 text-muted">
          <span aria-hidden className="size-2 rounded-full bg-accent motion-safe:animate-pulse" />
          {t(callback.secret?.kind === 'verify-token' ? 'waitVerify' : 'waitEvent', { provider: name })}
        </p>
      ) : (
        <p className="text-state-checked-in">{t('verified', { provider: name, at: stamp(verifiedAt) })}</p>
      )}
    </>
  );
};

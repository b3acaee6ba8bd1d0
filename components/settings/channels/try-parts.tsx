'use client';

import { useState } from 'react';
import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { Button, buttonClass } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useLanguage, useText } from '../../words';
import { wordsOf } from './channel-form';
import { useProviderName } from './provider-name';
import { Refusal } from './refusal';
import { RoutePicture } from './route-picture';
import { mistakesIn, useChannelAct } from './use-channels';

/** Sends the sample to the owner's own phone. */
export const TestPart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const language = useLanguage();
  const { zone } = useStaff();
  const name = useProviderName()(channel.provider);
  const [phone, setPhone] = useState('');
  const acting = useChannelAct(channel.id);
  const { testedAt } = channel;
  return (
    <>
      <RoutePicture provider={channel.provider} part="token" />
      <p className="text-sm">{t('testLead')}</p>
      {channel.provider === 'cloud-api' ? null : <p className="text-sm text-muted">{t('testOther')}</p>}
      <form
        className="flex max-w-md flex-wrap items-start gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          acting.mutate({ act: 'test', phone });
        }}
      >
        <TextField
          className="min-w-48 flex-1"
          label={t('testPhone')}
          hint={t('h_phone')}
          name="phone"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          error={wordsOf(t, mistakesIn(acting.error)['phone'])}
          onChange={(event) => {
            setPhone(event.target.value);
          }}
        />
        <Button type="submit" className="mt-6" busy={acting.isPending} disabled={phone.trim() === ''}>
          {t('testSend')}
        </Button>
      </form>
      {acting.data?.ok === false ? (
        <Refusal answer={acting.data} lead={(detail) => t('testRefused', { detail })} />
      ) : null}
      {testedAt === null ? null : (
        <p role="status" className="text-sm text-state-checked-in">
          {t('testSent', { provider: name, at: formatInstant(language, testedAt, zone) })}
        </p>
      )}
    </>
  );
};

/** Waits for the first message of a customer. */
export const MessagePart = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const language = useLanguage();
  const { zone } = useStaff();
  const { lastInboundAt, label } = channel;
  const digits = (channel.phone ?? '').replace(/\D/g, '');
  return (
    <>
      <RoutePicture provider={channel.provider} part="message" />
      <p className="text-sm">{t('messageLead', { number: label })}</p>
      {digits === '' ? null : (
        <a
          href={`https://wa.me/${digits}?text=Hi`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass('secondary', 'self-start')}
        >
          {t('messageOpen')}
        </a>
      )}
      <p role="status" className="flex items-center gap-2 text-sm">
        {lastInboundAt === null ? (
          <>
            <span aria-hidden className="size-2 rounded-full bg-accent motion-safe:animate-pulse" />
            <span className="text-muted">{t('messageWait')}</span>
          </>
        ) : (
          <span className="text-state-checked-in">
            {t('messageCame', { at: formatInstant(language, lastInboundAt, zone) })}
          </span>
        )}
      </p>
    </>
  );
};

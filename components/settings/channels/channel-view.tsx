'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { OfferedProvider } from '../../../lib/messaging/providers';
import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';
import { useStaff } from '../../frame/staff-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { RadioGroup } from '../../ui/radio-group';
import { useText } from '../../words';
import { CallbackPart } from './callback-part';
import { ChannelKeys } from './channel-form';
import { CreatePart, PermanentToken } from './create-part';
import { EndlessToken, FindingList, TokenNotice } from './finding-list';
import { AlertsPart, FailuresPart, HealthPart } from './health-part';
import { useProviderName } from './provider-name';
import { StateMark } from './state-mark';
import { Step } from './step';
import { connectSteps, openSteps, type ConnectStep } from './steps';
import { MessagePart, TestPart } from './try-parts';
import { useChannel, useChannelAct } from './use-channels';

/** A number: while it is being connected the steps that are left, afterwards how it is. */
export const ChannelView = ({ first }: { first: ChannelDetail }) => {
  const t = useText('channels');
  const { business } = useStaff();
  const { data: channel } = useChannel(first, (one) => !one.archived && openSteps(one).length > 0);
  const nameOf = useProviderName();
  const left = openSteps(channel);
  const finished = left.length === 0;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-1">
        <Link
          href={`/${business}/settings/channels`}
          className="flex min-h-11 items-center self-start text-sm text-accent hover:underline md:min-h-9"
        >
          ‹ {t('all')}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl font-semibold break-all tabular-nums">{channel.label}</h2>
          <StateMark state={channel.state} />
        </div>
        <p className="text-sm text-muted">{nameOf(channel.provider)}</p>
      </div>
      {channel.archived ? (
        <Archived channel={channel} />
      ) : finished ? (
        <>
          <HealthPart channel={channel} />
          <FindingList channel={channel} />
          <EndlessToken channel={channel} />
          <AlertsPart channel={channel} />
          <FailuresPart channel={channel} />
          {channel.provider === 'simulator' ? null : <Connection channel={channel} left={left} />}
        </>
      ) : (
        <>
          <Connection channel={channel} left={left} />
          {channel.inUse ? <HealthPart channel={channel} /> : null}
        </>
      )}
      {channel.archived || channel.provider === 'simulator' ? null : <Leaving channel={channel} />}
    </div>
  );
};

const isOffered = (provider: ChannelDetail['provider']): provider is OfferedProvider =>
  provider !== 'simulator';

const Connection = ({ channel, left }: { channel: ChannelDetail; left: readonly ConnectStep[] }) => {
  const t = useText('channels');
  const { provider } = channel;
  const name = useProviderName()(provider);
  const done = (step: ConnectStep): boolean => !left.includes(step);
  // Testing and receiving can be done in either order, and what came of the test stays in sight meanwhile.
  const trying = left[0] === 'test' || left[0] === 'message';
  const current = (step: ConnectStep): boolean =>
    step === left[0] || (trying && (step === 'test' || step === 'message'));
  const titles = {
    keys: t('stepKeys'),
    callback: t('stepCallback', { provider: name }),
    test: t('stepTest'),
    message: t('stepMessage'),
  };
  if (!isOffered(provider)) return null;
  const all = connectSteps.length + 1;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t('connection')}</h2>
      <p role="status" className="text-sm text-muted">
        {left.length === 0
          ? t('finished')
          : `${t('progress', { done: all - left.length, all })}. ${t('later')}`}
      </p>
      {left.length === 0 || left[0] === 'keys' ? null : <TokenNotice channel={channel} />}
      <ol className="border-b border-hairline">
        <Step number={1} title={t('stepCreate', { provider: name })} done current={false}>
          <CreatePart provider={provider} />
        </Step>
        {connectSteps.map((step, place) => (
          <Step key={step} number={place + 2} title={titles[step]} done={done(step)} current={current(step)}>
            {step === 'keys' ? <KeysPart channel={channel} provider={provider} open={!done('keys')} /> : null}
            {step === 'callback' ? (
              <>
                <CallbackPart channel={channel} />
                <FindingList channel={channel} about="webhook" />
              </>
            ) : null}
            {step === 'test' ? <TestPart channel={channel} /> : null}
            {step === 'message' ? <MessagePart channel={channel} /> : null}
          </Step>
        ))}
      </ol>
    </section>
  );
};

const KeysPart = ({
  channel,
  provider,
  open,
}: {
  channel: ChannelDetail;
  provider: OfferedProvider;
  open: boolean;
}) => {
  const t = useText('channels');
  const [editing, setEditing] = useState(open);
  return (
    <>
      <FindingList channel={channel} about="keys" />
      {provider === 'cloud-api' ? <PermanentToken /> : null}
      {editing ? (
        <ChannelKeys
          provider={provider}
          id={channel.id}
          keeps
          known={{
            ...channel.known,
            phoneNumberId: /^\d+$/.test(channel.phoneNumberId) ? channel.phoneNumberId : '',
            wabaId: channel.wabaId ?? '',
            phone: channel.phone ?? '',
          }}
          onSaved={() => {
            setEditing(false);
          }}
        />
      ) : (
        <Button
          className="self-start"
          onClick={() => {
            setEditing(true);
          }}
        >
          {t('change')}
        </Button>
      )}
    </>
  );
};

const Archived = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const acting = useChannelAct(channel.id);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{t('archivedLead')}</p>
      <Button
        className="self-start"
        busy={acting.isPending}
        onClick={() => {
          acting.mutate({ act: 'archive', archived: false });
        }}
      >
        {t('restore')}
      </Button>
    </div>
  );
};

/** Moving to another provider, and taking the number out of use. */
const Leaving = ({ channel }: { channel: ChannelDetail }) => {
  const t = useText('channels');
  const frame = useText('frame');
  const nameOf = useProviderName();
  const [asking, setAsking] = useState<'move' | 'archive' | null>(null);
  const others = channel.offered.filter((one) => one !== channel.provider);
  const [to, setTo] = useState<OfferedProvider | undefined>(others[0]);
  const acting = useChannelAct(channel.id);
  const close = (): void => {
    setAsking(null);
  };
  return (
    <section className="flex flex-wrap gap-2 border-t border-hairline pt-5">
      <Button
        onClick={() => {
          setAsking('move');
        }}
      >
        {t('move')}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          setAsking('archive');
        }}
      >
        {t('archive')}
      </Button>
      <Dialog
        open={asking === 'move'}
        onOpenChange={(next) => {
          if (!next) close();
        }}
        title={t('move')}
        lead={t('moveLead')}
        actions={<Button onClick={close}>{frame('cancel')}</Button>}
      >
        <div className="flex flex-col gap-4">
          <RadioGroup
            label={t('choose')}
            value={to ?? 'cloud-api'}
            onChange={setTo}
            options={others.map((value) => ({ value, label: nameOf(value) }))}
          />
          {to ? (
            <ChannelKeys
              key={to}
              provider={to}
              id={channel.id}
              known={{ phone: channel.phone ?? '' }}
              onSaved={close}
            />
          ) : null}
        </div>
      </Dialog>
      <Dialog
        open={asking === 'archive'}
        onOpenChange={(next) => {
          if (!next) close();
        }}
        title={t('archive')}
        lead={t('archiveLead', { label: channel.label })}
        actions={
          <>
            <Button onClick={close}>{frame('cancel')}</Button>
            <Button
              look="danger"
              busy={acting.isPending}
              onClick={() => {
                acting.mutate({ act: 'archive', archived: true }, { onSuccess: close });
              }}
            >
              {t('archive')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </section>
  );
};

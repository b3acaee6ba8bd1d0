'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { OfferedProvider } from '../../../lib/messaging/providers';
import { useStaff } from '../../frame/staff-context';
import { RadioGroup } from '../../ui/radio-group';
import { useText } from '../../words';
import { ChannelKeys } from './channel-form';
import { CreatePart } from './create-part';
import { useProviderName } from './provider-name';
import { Step } from './step';

/** The first two steps of connecting a number: what to create, and its keys. The others need the number to be there. */
export const NewChannel = ({ offered }: { offered: readonly OfferedProvider[] }) => {
  const t = useText('channels');
  const { business } = useStaff();
  const router = useRouter();
  const nameOf = useProviderName();
  const [provider, setProvider] = useState<OfferedProvider>('cloud-api');
  const name = nameOf(provider);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Link
          href={`/${business}/settings/channels`}
          className="flex min-h-11 items-center self-start text-sm text-accent hover:underline md:min-h-9"
        >
          ‹ {t('all')}
        </Link>
        <h2 className="text-xl font-semibold">{t('connect')}</h2>
        <p className="text-sm text-muted">{t('noneHint')}</p>
      </div>
      <RadioGroup
        label={t('choose')}
        value={provider}
        onChange={setProvider}
        options={offered.map((value) => ({ value, label: `${nameOf(value)}: ${t(`about_${value}`)}` }))}
      />
      <ol className="border-b border-hairline">
        <Step number={1} title={t('stepCreate', { provider: name })} done={false} current>
          <CreatePart provider={provider} />
        </Step>
        <Step number={2} title={t('stepKeys')} done={false} current>
          <ChannelKeys
            key={provider}
            provider={provider}
            id={null}
            onSaved={(id) => {
              router.push(`/${business}/settings/channels/${id}`);
            }}
          />
        </Step>
        {[t('stepCallback', { provider: name }), t('stepTest'), t('stepMessage')].map((title, place) => (
          <li
            key={title}
            className="flex min-h-14 items-center gap-3 border-t border-hairline text-sm text-muted"
          >
            <span className="flex size-7 shrink-0 items-center justify-center rounded-full border border-hairline font-semibold tabular-nums">
              {place + 3}
            </span>
            {title}
          </li>
        ))}
      </ol>
    </div>
  );
};

'use client';

import { CircleCheck, Clock3, ExternalLink, MessageCircle, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { formatMoney } from '../../lib/i18n/format-money';
import { inLanguage, languageNames, otherLanguages } from '../../lib/kernel/local-text';
import type { PayView } from '../../lib/payments/schema';
import { call } from '../api';
import { formatInstant } from '../format-instant';
import { Mark } from '../mark';
import { buttonClass } from '../ui/button';
import { useLanguage, useText } from '../words';
import { pollEvery } from './poll-every';
import { UpiWays } from './upi-ways';

type Props = { token: string; first: PayView; returned: boolean };

const client = new QueryClient();

/** One payment for its payer: a button to pay, and how it stands, live. */
export const PayPage = (props: Props) => (
  <QueryClientProvider client={client}>
    <Live {...props} />
  </QueryClientProvider>
);

const Live = ({ token, first, returned }: Props) => {
  const { data } = useQuery({
    queryKey: ['pay', token],
    queryFn: ({ signal }) => call<PayView>('get', `/api/pay/${token}`, { signal }),
    initialData: first,
    refetchInterval: ({ state }) => pollEvery(state.data ?? first, Date.now()),
  });
  const language = useLanguage();
  const t = useText('pay');
  const say = (text: PayView['business']): string => inLanguage(text, language);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-6 py-10">
      <div className="flex items-center justify-between gap-3">
        <Mark name={say(data.business)} />
        <span className="flex gap-4">
          {otherLanguages(language).map((other) => (
            <a
              key={other}
              href={`?lang=${other}${returned ? '&back=1' : ''}`}
              lang={other}
              className="inline-flex min-h-11 items-center text-sm text-accent"
            >
              {languageNames[other]}
            </a>
          ))}
        </span>
      </div>
      <div>
        <p className="text-sm text-muted">{t('for', { reference: data.reference })}</p>
        <p className="font-medium">{say(data.what)}</p>
        <p className="text-sm">{formatInstant(language, data.startsAt, data.zone)}</p>
        <p className="mt-3 text-3xl font-semibold tabular-nums">{formatMoney(data.amountPaise)}</p>
      </div>
      <div aria-live="polite" className="flex flex-col gap-4">
        <State view={data} returned={returned} />
      </div>
      {data.chatUrl ? (
        <a href={data.chatUrl} className={buttonClass('secondary', 'md:min-h-11')}>
          <MessageCircle aria-hidden className="size-4" />
          {t('chat')}
        </a>
      ) : null}
    </main>
  );
};

const State = ({ view, returned }: { view: PayView; returned: boolean }) => {
  const t = useText('pay');
  switch (view.state) {
    case 'making':
      return <Told icon={Clock3} title={t('making')} text={t('makingHint')} busy />;
    case 'open':
      return <ToPay view={view} returned={returned} />;
    case 'received':
      return <Told icon={Clock3} title={t('received')} text={t('receivedHint')} busy />;
    case 'booked':
      return <Told icon={CircleCheck} title={t('booked')} text={t('bookedHint')} good />;
    case 'returning':
      return <Told icon={Undo2} title={t('returning')} text={t('returningHint')} />;
    case 'ended':
      return <Told icon={Clock3} title={t('ended')} text={t('endedHint')} />;
  }
};

type ToldProps = { icon: typeof Clock3; title: string; text: string; busy?: boolean; good?: boolean };

const Told = ({ icon: Icon, title, text, busy = false, good = false }: ToldProps) => (
  <div className="flex gap-3 rounded border border-hairline bg-surface-raised p-4">
    <Icon
      aria-hidden
      className={`mt-0.5 size-5 shrink-0 ${good ? 'text-state-confirmed' : 'text-muted'} ${busy ? 'animate-pulse' : ''}`}
    />
    <div>
      <p className="font-medium">{title}</p>
      <p className="text-sm text-muted">{text}</p>
    </div>
  </div>
);

const ToPay = ({ view, returned }: { view: PayView; returned: boolean }) => {
  const t = useText('pay');
  const language = useLanguage();
  const until = formatInstant(language, view.payBy, view.zone);
  return (
    <>
      {returned ? <Told icon={Clock3} title={t('checking')} text={t('checkingHint')} busy /> : null}
      <Ways view={view} onward={!returned} />
      <p className="text-sm text-muted">{t('until', { until })}</p>
    </>
  );
};

/** On to the gateway by itself for who has just tapped the link; whoever came back decides for themselves. */
const Ways = ({ view, onward }: { view: PayView; onward: boolean }) => {
  const t = useText('pay');
  const form = useRef<HTMLFormElement>(null);
  const { url } = view;
  const went = useRef(false);
  useEffect(() => {
    if (!onward || went.current) return;
    // Once, however often this is drawn again.
    went.current = true;
    if (url) window.location.replace(url);
    else form.current?.requestSubmit();
  }, [onward, url]);
  if (view.upi) return <UpiWays upi={view.upi} />;
  if (view.form)
    return (
      <form ref={form} method="post" action={view.form.action}>
        {Object.entries(view.form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={buttonClass('primary', 'w-full text-base md:min-h-11')}>
          {t('pay')}
        </button>
      </form>
    );
  if (!url) return null;
  return (
    <a href={url} className={buttonClass('primary', 'text-base md:min-h-11')}>
      {t('pay')}
      <ExternalLink aria-hidden className="size-4" />
    </a>
  );
};

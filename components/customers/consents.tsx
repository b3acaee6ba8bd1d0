import { useState } from 'react';
import { toast } from 'sonner';
import type { ConsentBody, CustomerView } from '../../lib/customers/schema';
import { stampFull } from '../../lib/i18n/format-stamp';
import { consentPurposes } from '../../lib/messaging/purpose';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useRereadCustomers } from './use-customers';

type Props = { customer: CustomerView };
type Purpose = ConsentBody['purpose'];

const purposes = {
  'own-bookings': 'purposeOwn',
  reminders: 'purposeReminders',
  offers: 'purposeOffers',
} as const;

const sources = {
  chat: 'sourceChat',
  staff: 'sourceStaff',
  whatsapp: 'sourceWhatsapp',
  'send-error': 'sourceSendError',
  'earlier-record': 'sourceEarlier',
} as const;

/** Writes down what they said at the desk or on the phone. */
const NoteDialog = ({ customer, purpose, onClose }: Props & { purpose: Purpose; onClose: () => void }) => {
  const { business } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const reread = useRereadCustomers();
  const granted = customer.refuses.includes(purpose);
  const [via, setVia] = useState<ConsentBody['via']>('desk');
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await api(business, 'post', `customers/${customer.id}/consents`, {
        body: { purpose, granted, via, words } satisfies ConsentBody,
      });
      await reread();
      toast(f('saved'));
      onClose();
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(granted ? 'consentOnTitle' : 'consentOffTitle', { what: t(purposes[purpose]) })}
      actions={
        <Button look="primary" busy={busy} onClick={() => void save()}>
          {t(granted ? 'consentOn' : 'consentOff')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">{t('consentHint')}</p>
        <SelectField
          label={t('via')}
          value={via}
          onChange={(event) => {
            setVia(event.target.value === 'phone' ? 'phone' : 'desk');
          }}
        >
          <option value="desk">{t('viaDesk')}</option>
          <option value="phone">{t('viaPhone')}</option>
        </SelectField>
        <TextField
          label={t('consentWords')}
          value={words}
          maxLength={500}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      </div>
    </Dialog>
  );
};

const History = ({ consents }: Pick<CustomerView, 'consents'>) => {
  const { zone } = useStaff();
  const t = useText('customers');
  const language = useLanguage();
  if (consents.length === 0) return <p className="text-sm text-muted">{t('consentsNone')}</p>;
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold text-accent">
        {t('consentHistory', { count: consents.length })}
      </summary>
      <ol className="divide-y divide-hairline">
        {consents.map((one) => (
          <li key={one.id} className="py-2 text-sm">
            {t(purposes[one.purpose])}
            {one.booking === null ? '' : ` (${one.booking})`}:{' '}
            <strong>{t(one.granted ? 'granted' : 'withdrawn')}</strong>
            <span className="block text-xs break-words text-muted">
              {[
                stampFull(language, one.at, zone),
                t(sources[one.source]),
                one.via === null ? null : t(one.via === 'phone' ? 'viaPhone' : 'viaDesk'),
                one.staff,
                one.words ? `“${one.words}”` : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
};

/** What they want messages about now, what staff can write down of it, and how it came. */
export const Consents = ({ customer }: Props) => {
  const { may } = useStaff();
  const t = useText('customers');
  const [noting, setNoting] = useState<Purpose | null>(null);
  return (
    <section>
      <h2 className="pb-1 text-base font-semibold">{t('consents')}</h2>
      <ul className="divide-y divide-hairline">
        {consentPurposes.map((purpose) => {
          const refused = customer.refuses.includes(purpose);
          const said = customer.consents.some((one) => one.purpose === purpose && one.booking === null);
          return (
            <li key={purpose} className="flex items-center gap-3 py-2 text-sm">
              <span className="min-w-0 flex-1">
                {t(purposes[purpose])}
                <span className={`block text-xs ${refused ? 'font-semibold text-danger' : 'text-muted'}`}>
                  {t(refused ? 'stateRefused' : said ? 'stateAgreed' : 'stateUnsaid')}
                </span>
              </span>
              {may('customer.change') ? (
                <Button
                  onClick={() => {
                    setNoting(purpose);
                  }}
                >
                  {t(refused ? 'consentOn' : 'consentOff')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <History consents={customer.consents} />
      {noting ? (
        <NoteDialog
          customer={customer}
          purpose={noting}
          onClose={() => {
            setNoting(null);
          }}
        />
      ) : null}
    </section>
  );
};

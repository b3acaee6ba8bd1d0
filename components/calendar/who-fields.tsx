'use client';

import { formatPhone } from '../format-phone';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { CustomerPicker } from './customer-picker';
import type { Who } from './draft';

type Props = {
  who: Who;
  onWho: (who: Who) => void;
  attendee: string;
  onAttendee: (name: string) => void;
  /** Whether the server found fault with a field. */
  wrong: (path: string) => boolean;
};

/** Who books, found by name or number while typing or new, and for whom it is. */
export const WhoFields = ({ who, onWho, attendee, onAttendee, wrong }: Props) => {
  const t = useText('calendar');
  return (
    <>
      {who.kind === 'known' ? (
        <div className="flex items-center justify-between gap-3 rounded bg-surface-sunken px-3 py-2">
          <p className="min-w-0">
            <span className="block truncate font-semibold">{who.customer.name ?? t('nameless')}</span>
            <span className="text-sm text-muted">{formatPhone(who.customer.phone)}</span>
          </p>
          <Button
            look="quiet"
            onClick={() => {
              onWho({ kind: 'new', name: '', phone: '' });
            }}
          >
            {t('somebodyElse')}
          </Button>
        </div>
      ) : (
        <>
          <CustomerPicker
            typed={who.name}
            onType={(name) => {
              onWho({ ...who, name });
            }}
            onPick={(customer) => {
              onWho({ kind: 'known', customer, attendeeId: null });
            }}
            error={wrong('customer.name') ? t('nameWanted') : undefined}
          />
          <TextField
            label={t('phone')}
            hint={t('phoneHint')}
            type="tel"
            autoComplete="off"
            value={who.phone}
            error={wrong('customer.phone') ? t('phoneWrong') : undefined}
            onChange={(event) => {
              onWho({ ...who, phone: event.target.value });
            }}
          />
        </>
      )}
      {who.kind === 'known' && who.customer.attendees.length > 0 ? (
        <SelectField
          label={t('attendee')}
          value={who.attendeeId ?? ''}
          onChange={(event) => {
            onWho({ ...who, attendeeId: event.target.value || null });
          }}
        >
          <option value="">{t('themselves')}</option>
          {who.customer.attendees.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextField
          label={t('attendee')}
          hint={t('attendeeHint')}
          value={attendee}
          maxLength={120}
          onChange={(event) => {
            onAttendee(event.target.value);
          }}
        />
      )}
    </>
  );
};

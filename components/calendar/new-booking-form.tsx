'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Placed } from '../../lib/booking/schema';
import { formatDuration } from '../../lib/i18n/format-time';
import { instantAt } from '../../lib/i18n/wall-clock';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { SelectField, TextArea, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { CustomerPicker } from './customer-picker';
import type { Wanted, Who } from './draft';
import type { CalendarResource, CalendarService } from './entries';
import { NoticeBox } from './notice-box';
import { PlaceFields } from './place-fields';
import { QuoteBox } from './quote-box';
import type { Labels } from './use-labels';
import { useQuote } from './use-quote';

type Props = {
  wanted: Wanted;
  services: readonly CalendarService[];
  resources: readonly CalendarResource[];
  labels: Labels;
  onDone: (bookingId: string) => void;
};

const lengthsOf = (service: CalendarService | undefined, resource: CalendarResource | undefined): number[] =>
  resource?.offers.find((one) => one.serviceId === service?.id)?.durationMinutes ??
  service?.durationMinutes ??
  [];

/** Somebody at the desk or on the phone: who, what, when; the price and whatever stands against it at once. */
export const NewBookingForm = ({ wanted, services, resources, labels, onDone }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const { business, zone } = useStaff();
  const [key] = useState(() => crypto.randomUUID());
  const [place, setPlace] = useState({
    resourceId: wanted.resourceId,
    date: wanted.date,
    minute: wanted.minute,
  });
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [length, setLength] = useState<number | null>(wanted.durationMinutes);
  const [who, setWho] = useState<Who>({ kind: 'new', name: '', phone: '' });
  const [attendee, setAttendee] = useState('');
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const resource = resources.find((one) => one.id === place.resourceId);
  const offered = services.filter((one) => resource?.offers.some((each) => each.serviceId === one.id));
  const service = offered.find((one) => one.id === serviceId) ?? offered[0];
  const lengths = [...new Set([...lengthsOf(service, resource), ...(length === null ? [] : [length])])].sort(
    (a, b) => a - b,
  );
  const durationMinutes = length ?? lengths[0] ?? 60;
  const slot = service && {
    serviceId: service.id,
    resourceId: place.resourceId,
    startsAt: instantAt(place.date, place.minute, zone).toISOString(),
    durationMinutes,
  };
  const customerId = who.kind === 'known' ? who.customer.id : null;
  const quote = useQuote(slot ? { ...slot, ...(customerId && { customerId }) } : null);
  const save = useMutation({
    mutationFn: () =>
      api<Placed>(business, 'post', 'calendar/bookings', {
        body: {
          ...slot,
          key,
          customer: who.kind === 'known' ? { kind: 'known', id: who.customer.id } : who,
          attendeeId: who.kind === 'known' ? who.attendeeId : null,
          attendeeName: attendee.trim() || null,
          note: note.trim() || null,
          overrideReason: quote.data?.hard ? reason.trim() || null : null,
          notify,
        },
      }),
    onSuccess: (placed) => {
      if (placed.outcome !== 'done') {
        toast(t('refused'));
        void quote.refetch();
        return;
      }
      toast(placed.told ? t(`told-${placed.told}`) : t('booked', { reference: placed.reference }));
      onDone(placed.bookingId);
    },
  });
  const problem = save.isError ? problemOf(save.error) : null;
  const wrong = (path: string): boolean => problem?.errors.some((one) => one.path === path) ?? false;
  const hard = quote.data?.hard ?? null;
  const nobody = who.kind === 'new' && !who.name.trim();
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {who.kind === 'known' ? (
        <div className="flex items-center justify-between gap-3 rounded bg-surface-sunken px-3 py-2">
          <p className="min-w-0">
            <span className="block truncate font-semibold">{who.customer.name ?? t('nameless')}</span>
            <span className="text-sm text-muted">{who.customer.phone}</span>
          </p>
          <Button
            look="quiet"
            onClick={() => {
              setWho({ kind: 'new', name: '', phone: '' });
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
              setWho({ ...who, name });
            }}
            onPick={(customer) => {
              setWho({ kind: 'known', customer, attendeeId: null });
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
              setWho({ ...who, phone: event.target.value });
            }}
          />
        </>
      )}
      {who.kind === 'known' && who.customer.attendees.length > 0 ? (
        <SelectField
          label={t('attendee')}
          value={who.attendeeId ?? ''}
          onChange={(event) => {
            setWho({ ...who, attendeeId: event.target.value || null });
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
            setAttendee(event.target.value);
          }}
        />
      )}
      <PlaceFields
        value={place}
        resources={resources}
        labels={labels}
        onChange={(change) => {
          setPlace({ ...place, ...change });
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('service')}
          value={service?.id ?? ''}
          onChange={(event) => {
            setServiceId(event.target.value);
          }}
        >
          {offered.map((one) => (
            <option key={one.id} value={one.id}>
              {labels.local(one.name)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('length')}
          value={durationMinutes}
          onChange={(event) => {
            setLength(Number(event.target.value));
          }}
        >
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(language, minutes)}
            </option>
          ))}
        </SelectField>
      </div>
      {quote.data ? (
        <QuoteBox quote={quote.data} labels={labels} reason={reason} onReason={setReason} />
      ) : (
        <p className="min-h-6 text-sm text-muted">{t('pricing')}</p>
      )}
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        value={note}
        maxLength={1000}
        rows={2}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <NoticeBox notice={quote.data?.notice ?? null} notify={notify} onNotify={setNotify} />
      {problem && problem.errors.length === 0 ? (
        <p role="alert" className="text-sm text-danger">
          {t(problem.status === 403 ? 'overrideNotYours' : 'failed')}
        </p>
      ) : null}
      <Button
        type="submit"
        look={hard ? 'danger' : 'primary'}
        className="min-h-11 md:min-h-11"
        busy={save.isPending}
        disabled={!slot || nobody || (hard !== null && !reason.trim())}
      >
        {t(hard ? 'bookOver' : 'book')}
      </Button>
    </form>
  );
};

'use client';

import { useState } from 'react';
import { formatDuration } from '../../lib/i18n/format-time';
import { instantAt } from '../../lib/i18n/wall-clock';
import { problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { SelectField, TextArea } from '../ui/field';
import { useLanguage, useText } from '../words';
import { whoBody, type Wanted, type Who } from './draft';
import type { CalendarResource, CalendarService } from './entries';
import { NoticeBox } from './notice-box';
import { PlaceFields } from './place-fields';
import { QuoteBox } from './quote-box';
import { isPossible, type Repeat } from './repeat';
import { RepeatFields } from './repeat-fields';
import { SeriesDates } from './series-dates';
import { useDraft } from './use-draft';
import { useBookOnce } from './use-book-once';
import { useBookSeries } from './use-book-series';
import type { Labels } from './use-labels';
import { WhoFields } from './who-fields';

type Props = {
  wanted: Wanted;
  /** Whom it is for, where that is known already. */
  known: Who | null;
  services: readonly CalendarService[];
  resources: readonly CalendarResource[];
  labels: Labels;
  onDraft: (draft: Wanted | null) => void;
  onDone: () => void;
};

const lengthsOf = (service: CalendarService | undefined, resource: CalendarResource | undefined): number[] =>
  resource?.offers.find((one) => one.serviceId === service?.id)?.durationMinutes ??
  service?.durationMinutes ??
  [];

const nobodyYet: Who = { kind: 'new', name: '', phone: '' };

/** Somebody at the desk or on the phone: who, what, when; the price and whatever stands against it at once. */
export const NewBookingForm = ({ wanted, known, services, resources, labels, onDraft, onDone }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const { zone } = useStaff();
  const [actKey] = useState(() => crypto.randomUUID());
  const [place, setPlace] = useState({
    resourceId: wanted.resourceId,
    date: wanted.date,
    minute: wanted.minute,
  });
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [length, setLength] = useState<number | null>(wanted.durationMinutes);
  const [who, setWho] = useState<Who>(known ?? nobodyYet);
  const [attendee, setAttendee] = useState('');
  const [note, setNote] = useState('');
  const [repeat, setRepeat] = useState<Repeat | null>(null);
  const [notify, setNotify] = useState(true);
  const resource = resources.find((one) => one.id === place.resourceId);
  const offered = services.filter((one) => resource?.offers.some((each) => each.serviceId === one.id));
  const service = offered.find((one) => one.id === serviceId) ?? offered[0];
  const lengths = [...new Set([...lengthsOf(service, resource), ...(length === null ? [] : [length])])].sort(
    (a, b) => a - b,
  );
  const durationMinutes = length ?? lengths[0] ?? 60;
  useDraft({ ...place, durationMinutes }, onDraft);
  const slot = service
    ? {
        serviceId: service.id,
        resourceId: place.resourceId,
        startsAt: instantAt(place.date, place.minute, zone).toISOString(),
        durationMinutes,
      }
    : null;
  const customerId = who.kind === 'known' ? who.customer.id : null;
  const common = { customerId, actKey, notify, who: whoBody(who, attendee, note) };
  const once = useBookOnce({ ...common, slot: repeat ? null : slot, onDone });
  const series = useBookSeries({
    ...common,
    rule:
      service && repeat && isPossible(repeat, place.date)
        ? {
            ...repeat,
            serviceId: service.id,
            resourceId: place.resourceId,
            firstOn: place.date,
            startMinute: place.minute,
            durationMinutes,
          }
        : null,
    onDone,
  });
  const { save, blocked } = repeat ? series : once;
  const notice = (repeat ? series.plan : once.quote).data?.notice ?? null;
  const problem = save.isError ? problemOf(save.error) : null;
  const wrong = (path: string): boolean => problem?.errors.some((one) => one.path === path) ?? false;
  const nobody = who.kind === 'new' && !who.name.trim();
  const changed = (): void => {
    series.forget();
    save.reset();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <WhoFields who={who} onWho={setWho} attendee={attendee} onAttendee={setAttendee} wrong={wrong} />
      <PlaceFields
        value={place}
        resources={resources}
        labels={labels}
        onChange={(change) => {
          setPlace({ ...place, ...change });
          changed();
        }}
      />
      <SelectField
        label={t('service')}
        value={service?.id ?? ''}
        onChange={(event) => {
          setServiceId(event.target.value);
          changed();
        }}
      >
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {labels.local(one.name)}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2 sm:gap-3">
        <SelectField
          label={t('length')}
          value={durationMinutes}
          onChange={(event) => {
            setLength(Number(event.target.value));
            changed();
          }}
        >
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(language, minutes)}
            </option>
          ))}
        </SelectField>
        <RepeatFields
          value={repeat}
          firstOn={place.date}
          onChange={(next) => {
            setRepeat(next);
            changed();
          }}
        />
      </div>
      {repeat ? (
        <SeriesPart series={series} resources={resources} labels={labels} />
      ) : once.quote.data ? (
        <QuoteBox quote={once.quote.data} labels={labels} reason={once.reason} onReason={once.setReason} />
      ) : (
        <p className="min-h-6 text-sm text-muted">{t(once.quote.isError ? 'failed' : 'pricing')}</p>
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
      <NoticeBox notice={notice} notify={notify} onNotify={setNotify} />
      {problem && problem.errors.length === 0 ? (
        <p role="alert" className="text-sm text-danger">
          {t(problem.status === 403 ? 'overrideNotYours' : 'failed')}
        </p>
      ) : null}
      <Button
        type="submit"
        look={!repeat && once.hard ? 'danger' : 'primary'}
        className="min-h-11 md:min-h-11"
        busy={save.isPending}
        disabled={blocked || nobody}
      >
        {repeat ? t('bookDates', { count: series.count }) : t(once.hard ? 'bookOver' : 'book')}
      </Button>
    </form>
  );
};

const SeriesPart = ({
  series,
  resources,
  labels,
}: Pick<Props, 'resources' | 'labels'> & { series: ReturnType<typeof useBookSeries> }) => {
  const t = useText('calendar');
  const { plan, dates, choices, choose } = series;
  if (!plan.data)
    return <p className="min-h-6 text-sm text-muted">{t(plan.isError ? 'failed' : 'looking')}</p>;
  return (
    <div aria-busy={plan.isPlaceholderData} className={cn(plan.isPlaceholderData && 'opacity-60')}>
      <SeriesDates {...{ dates, choices, resources, labels }} onChoose={choose} />
    </div>
  );
};

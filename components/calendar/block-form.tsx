'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { z } from 'zod';
import type { blockedSchema } from '../../lib/booking/schema';
import { instantAt } from '../../lib/i18n/wall-clock';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { minuteOfText, timeText, type Wanted } from './draft';
import type { CalendarResource } from './entries';
import { PlaceFields } from './place-fields';
import { useDraft } from './use-draft';
import type { Labels } from './use-labels';

type Blocked = z.infer<typeof blockedSchema>;
type Props = {
  wanted: Wanted;
  resources: readonly CalendarResource[];
  labels: Labels;
  onDraft: (draft: Wanted | null) => void;
  onDone: () => void;
};

const reasons = ['maintenance', 'private', 'leave', 'otherReason'] as const;

/** Takes time for what is no booking. Bookings in the way are named and never pushed out. */
export const BlockForm = ({ wanted, resources, labels, onDraft, onDone }: Props) => {
  const t = useText('calendar');
  const { business, zone } = useStaff();
  const [place, setPlace] = useState({
    resourceId: wanted.resourceId,
    date: wanted.date,
    minute: wanted.minute,
  });
  const [until, setUntil] = useState(wanted.minute + (wanted.durationMinutes ?? 60));
  useDraft({ ...place, durationMinutes: Math.max(0, until - place.minute) }, onDraft);
  const [why, setWhy] = useState<(typeof reasons)[number]>('maintenance');
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api<Blocked>(business, 'post', 'calendar/blocks', {
        body: {
          resourceId: place.resourceId,
          kind: why === 'leave' ? 'leave' : 'block',
          startsAt: instantAt(place.date, place.minute, zone).toISOString(),
          endsAt: instantAt(place.date, until, zone).toISOString(),
          reason: words.trim() || (why === 'otherReason' ? '' : t(why)),
        },
      }),
    onSuccess: (blocked) => {
      if (blocked.outcome !== 'done') return;
      toast(t('blockedNow'));
      onDone();
    },
  });
  const clashes = save.data?.outcome === 'refused' ? save.data.clashes : [];
  const backwards = until <= place.minute;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <PlaceFields
        value={place}
        resources={resources}
        labels={labels}
        onChange={(change) => {
          setPlace({ ...place, ...change });
          save.reset();
        }}
      />
      <TextField
        label={t('until')}
        type="time"
        step={300}
        required
        value={timeText(until)}
        error={backwards ? t('endsBeforeStart') : undefined}
        onChange={(event) => {
          // Midnight at the end of the day is the end, not the beginning.
          setUntil(minuteOfText(event.target.value) || 1440);
          save.reset();
        }}
      />
      <SelectField
        label={t('reason')}
        value={why}
        onChange={(event) => {
          setWhy(reasons.find((one) => one === event.target.value) ?? 'otherReason');
        }}
      >
        {reasons.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('reasonWords')}
        hint={t('reasonHint')}
        value={words}
        maxLength={120}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      {clashes.length > 0 ? (
        <div role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
          <p className="font-semibold">{t('blockRefused')}</p>
          <ul>
            {clashes.map((clash) => (
              <li key={`${clash.startsAt}-${clash.reference ?? ''}`}>
                {clash.name ?? t('nameless')} · {labels.fullSpan(clash)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {save.isError ? (
        <p role="alert" className="text-sm text-danger">
          {t('failed')}
        </p>
      ) : null}
      <Button
        type="submit"
        look="primary"
        className="min-h-11 md:min-h-11"
        busy={save.isPending}
        disabled={backwards}
      >
        {t('blockTime')}
      </Button>
    </form>
  );
};

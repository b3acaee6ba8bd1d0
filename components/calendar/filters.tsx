'use client';

import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../ui/button';
import { SelectField } from '../ui/field';
import { Popover } from '../ui/popover';
import { useText } from '../words';
import type { CalendarResource, CalendarService } from './entries';
import { shownStatuses, type CalendarState } from './state';
import type { Change } from './use-calendar-state';
import type { Labels } from './use-labels';

type Props = {
  state: CalendarState;
  services: readonly CalendarService[];
  resources: readonly CalendarResource[];
  labels: Labels;
  onChange: (change: Change) => void;
};

/** Narrows what is shown; says on its face how many filters hold. */
export const Filters = ({ state, services, resources, labels, onChange }: Props) => {
  const t = useText('calendar');
  const [open, setOpen] = useState(false);
  const count = [state.resource, state.service, state.status].filter((one) => one !== null).length;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('filter')}
      align="end"
      trigger={
        <button type="button" className={buttonClass(count > 0 ? 'secondary' : 'quiet')}>
          <ListFilter aria-hidden className="size-4" />
          <span className={count > 0 ? '' : 'max-md:sr-only'}>
            {count > 0 ? t('filters', { count }) : t('filter')}
          </span>
        </button>
      }
    >
      <div className="flex w-64 flex-col gap-3">
        <SelectField
          label={t('resource')}
          value={state.resource ?? ''}
          onChange={(event) => {
            onChange({ resource: event.target.value || null });
          }}
        >
          <option value="">{t('all')}</option>
          {resources.map((one) => (
            <option key={one.id} value={one.id}>
              {labels.local(one.name)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('service')}
          value={state.service ?? ''}
          onChange={(event) => {
            onChange({ service: event.target.value || null });
          }}
        >
          <option value="">{t('all')}</option>
          {services.map((one) => (
            <option key={one.id} value={one.id}>
              {labels.local(one.name)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('status')}
          value={state.status ?? ''}
          onChange={(event) => {
            onChange({ status: event.target.value || null });
          }}
        >
          <option value="">{t('all')}</option>
          {shownStatuses.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </SelectField>
        <Button
          look="quiet"
          disabled={count === 0}
          onClick={() => {
            onChange({ resource: null, service: null, status: null });
          }}
        >
          {t('clearFilters')}
        </Button>
      </div>
    </Popover>
  );
};

'use client';

import { useText } from '../words';
import { presetOf, presets, rangeOf, type DateRange, type Preset } from './ranges';

const control =
  'min-h-11 rounded border border-hairline bg-surface-raised px-3 text-base md:min-h-9 md:text-sm';

type Props = {
  range: DateRange;
  serviceId: string;
  today: string;
  services: readonly { id: string; name: string }[];
  onRange: (range: DateRange) => void;
  onService: (serviceId: string) => void;
};

/** Which bookings the report is about. */
export const RangeBar = ({ range, serviceId, today, services, onRange, onService }: Props) => {
  const t = useText('reports');
  const preset = presetOf(range, today);
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <select
        aria-label={t('range')}
        className={control}
        value={preset ?? 'custom'}
        onChange={({ target }) => {
          // The options are these presets; the last one only names what is there.
          if (target.value !== 'custom') onRange(rangeOf(target.value as Preset, today));
        }}
      >
        {presets.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
        <option value="custom">{t('custom')}</option>
      </select>
      <input
        type="date"
        aria-label={t('from')}
        className={control}
        value={range.from}
        max={range.to}
        onChange={({ target }) => {
          if (target.value)
            onRange({ from: target.value, to: target.value > range.to ? target.value : range.to });
        }}
      />
      <span aria-hidden>–</span>
      <input
        type="date"
        aria-label={t('to')}
        className={control}
        value={range.to}
        min={range.from}
        onChange={({ target }) => {
          if (target.value)
            onRange({ from: target.value < range.from ? target.value : range.from, to: target.value });
        }}
      />
      <select
        aria-label={t('service')}
        className={control}
        value={serviceId}
        onChange={({ target }) => {
          onService(target.value);
        }}
      >
        <option value="">{t('allServices')}</option>
        {services.map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </select>
    </form>
  );
};

'use client';

import { useState } from 'react';
import { useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import type { BusinessForm } from '../../lib/catalog/setup/schema';
import { TextField } from '../ui/field';
import { useText } from '../words';

type Props = {
  control: Control<BusinessForm, unknown, BusinessForm>;
  setValue: UseFormSetValue<BusinessForm>;
  disabled: boolean;
};

/** Latitude and longitude in one line, as map apps copy them. */
export const MapInput = ({ control, setValue, disabled }: Props) => {
  const t = useText('setup');
  const [latitude, longitude] = useWatch({ control, name: ['latitude', 'longitude'] });
  const [typed, setTyped] = useState<string | null>(null);
  const stored = latitude === null || longitude === null ? '' : `${String(latitude)}, ${String(longitude)}`;
  const shown = typed ?? stored;
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(shown);
  const [lat, long] = [Number(match?.[1]), Number(match?.[2])];
  const fits = match !== null && Math.abs(lat) <= 90 && Math.abs(long) <= 180;
  return (
    <TextField
      label={t('map')}
      hint={t('mapHint')}
      error={shown.trim() !== '' && !fits ? t('mistakeMap') : undefined}
      disabled={disabled}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={() => {
        const options = { shouldDirty: true };
        if (fits || shown.trim() === '') {
          setValue('latitude', fits ? lat : null, options);
          setValue('longitude', fits ? long : null, options);
          setTyped(null);
        }
      }}
    />
  );
};

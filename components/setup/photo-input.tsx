'use client';

import { useId, useState } from 'react';
import { Button, buttonClass } from '../ui/button';
import { useText } from '../words';
import { Photo } from './photo';
import { useSave } from './use-save';

const maxBytes = 2 * 1024 * 1024;

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

type Props = {
  of: { kind: 'resource' | 'service'; id: string } | { kind: 'business' };
  photoId: string | null;
  name: string;
  onSaved?: () => void;
};

/** Choose, change or remove a picture; it is saved at once. */
export const PhotoInput = ({ of, photoId, name, onSaved }: Props) => {
  const t = useText('setup');
  const save = useSave(onSaved);
  const inputId = useId();
  const [problem, setProblem] = useState('');

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const fits = /^image\/(jpeg|png|webp)$/.test(file.type);
    setProblem(fits ? (file.size > maxBytes ? t('photoLarge') : '') : t('photoKind'));
    if (!fits || file.size > maxBytes) return;
    save.mutate({ method: 'put', path: 'setup/photos', body: { ...of, data: await base64Of(file) } });
  };

  return (
    <div className="flex items-center gap-4">
      <Photo id={photoId} name={name} large />
      <div className="flex flex-col items-start gap-2">
        <div className="flex flex-wrap gap-2">
          <label
            htmlFor={inputId}
            className={buttonClass('secondary', 'cursor-pointer has-focus-visible:outline-2')}
          >
            {t(photoId ? 'photoChange' : 'photoAdd')}
            <input
              id={inputId}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              className="sr-only"
              onChange={(event) => {
                void choose(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          {photoId ? (
            <Button
              look="quiet"
              busy={save.isPending}
              onClick={() => {
                save.mutate({ method: 'put', path: 'setup/photos', body: { ...of, data: null } });
              }}
            >
              {t('photoRemove')}
            </Button>
          ) : null}
        </div>
        <p
          className={problem ? 'text-xs text-danger' : 'text-xs text-muted'}
          role={problem ? 'alert' : undefined}
        >
          {problem || t('photoHint')}
        </p>
      </div>
    </div>
  );
};

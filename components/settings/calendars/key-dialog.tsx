'use client';

import { useState } from 'react';
import { problemOf } from '../../api';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { useText } from '../../words';
import { useCalendarChange } from './use-calendars';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Connects a service account: the steps at Google, and its key, which is entered once and never read back. */
export const KeyDialog = ({ open, onOpenChange }: Props) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState(false);
  const change = useCalendarChange();
  const send = (): void => {
    change.mutate(
      { method: 'post', path: 'accounts', body: { key }, quiet: true },
      {
        onSuccess: () => {
          setKey('');
          setWrong(false);
          onOpenChange(false);
        },
        onError: (error) => {
          setWrong(problemOf(error).status === 400);
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('keyTitle')}
      actions={
        <>
          <Button
            onClick={() => {
              onOpenChange(false);
            }}
          >
            {frame('cancel')}
          </Button>
          <Button look="primary" busy={change.isPending} disabled={key.trim() === ''} onClick={send}>
            {t('connect')}
          </Button>
        </>
      }
    >
      <ol className="mb-4 flex list-decimal flex-col gap-1 pl-5 text-sm">
        <li>{t('keyStep1')}</li>
        <li>{t('keyStep2')}</li>
        <li>{t('keyStep3')}</li>
      </ol>
      <TextArea
        label={t('keyLabel')}
        value={key}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        error={wrong ? t('mistakeKey') : undefined}
        onChange={(event) => {
          setKey(event.target.value);
        }}
      />
    </Dialog>
  );
};

'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { LateTold } from '../../lib/booking/desk/schema';
import { api } from '../api';
import { NoticePreview, useNoticePreview } from '../booking/notice-preview';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/field';
import { useText } from '../words';

const choices = [10, 15, 20, 30, 45, 60, 90];

type Props = {
  /** One of those who are told, for the preview. */
  booking: string;
  resourceId: string;
  count: number;
  onClose: () => void;
};

/** Tells everybody still to come that it runs late; shows what they will read, how many they are, and who was missed. */
export const LateDialog = ({ booking, resourceId, count, onClose }: Props) => {
  const t = useText('bookings');
  const tf = useText('frame');
  const { business } = useStaff();
  const [minutes, setMinutes] = useState(20);
  const [key] = useState(() => crypto.randomUUID());
  const { data: shown } = useNoticePreview(booking, { kind: 'late', minutes });
  const send = useMutation({
    mutationFn: () => api<LateTold>(business, 'post', 'queue/late', { body: { resourceId, minutes, key } }),
    onSuccess: ({ told, untold }) => {
      toast(t('lateDone', { count: told }));
      if (untold.length === 0) onClose();
    },
    onError: () => {
      toast(t('actFailed'));
    },
  });
  const untold = send.data?.untold ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('lateTitle')}
      lead={t('lateCount', { count })}
      actions={
        <>
          <Button onClick={onClose}>{tf(send.isSuccess ? 'close' : 'cancel')}</Button>
          {send.isSuccess ? null : (
            <Button
              look="primary"
              busy={send.isPending}
              onClick={() => {
                send.mutate();
              }}
            >
              {t('send')}
            </Button>
          )}
        </>
      }
    >
      {untold.length > 0 ? (
        <div className="flex flex-col gap-2 text-sm">
          <p className="font-semibold">{t('lateUntold')}</p>
          <ul className="list-disc pl-5">
            {untold.map((one) => (
              <li key={one.reference}>{one.name ?? one.reference}</li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <SelectField
            label={t('lateMinutes')}
            value={minutes}
            onChange={(event) => {
              setMinutes(Number(event.target.value));
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </SelectField>
          {/* The words are the same for all, whether or not this one can be told. */}
          <NoticePreview shown={shown && { ...shown, how: 'message' }} />
          <p className="text-xs text-muted">{t('lateHint')}</p>
        </div>
      )}
    </Dialog>
  );
};

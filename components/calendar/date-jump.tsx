'use client';

import dynamic from 'next/dynamic';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { Popover } from '../ui/popover';
import { useText } from '../words';

// Fetched when it is first opened: half of the visits never jump.
const DatePicker = dynamic(() => import('./date-picker').then((part) => part.DatePicker), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-72" />,
});

/** The day that is shown; pressed, a month to jump from. */
export const DateJump = ({
  title,
  date,
  today,
  onPick,
}: {
  title: string;
  date: string;
  today: string;
  onPick: (date: string) => void;
}) => {
  const t = useText('calendar');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('jump')}
      trigger={
        <button
          type="button"
          title={t('jump')}
          className={buttonClass('quiet', 'min-w-0 justify-start px-2 text-base md:text-lg')}
        >
          <span className="line-clamp-2 text-left leading-snug whitespace-normal">{title}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <DatePicker
        value={date}
        today={today}
        onPick={(picked) => {
          setOpen(false);
          onPick(picked);
        }}
      />
    </Popover>
  );
};

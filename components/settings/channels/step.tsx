'use client';

import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { cn } from '../../ui/class-names';
import { useText } from '../../words';

type Props = {
  number: number;
  title: string;
  done: boolean;
  /** It is this one's turn: open by itself. */
  current: boolean;
  children: ReactNode;
};

/** One step of connecting a number: its place, whether it is done, and what to do. */
export const Step = ({ number, title, done, current, children }: Props) => {
  const t = useText('channels');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? current;
  return (
    <li className="border-t border-hairline">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          className="flex min-h-14 w-full items-center gap-3 text-left"
          onClick={() => {
            setChosen(!open);
          }}
        >
          <span
            className={cn(
              'flex size-7 shrink-0 items-center justify-center rounded-full border border-hairline text-sm font-semibold tabular-nums',
              done && 'border-state-checked-in text-state-checked-in',
              current && !done && 'border-accent bg-accent text-accent-ink',
            )}
          >
            {done ? <Check role="img" aria-label={t('stepDone')} className="size-4" /> : number}
          </span>
          <span className={cn('grow text-sm', current ? 'font-semibold' : 'text-muted')}>{title}</span>
        </button>
      </h3>
      {open ? <div className="flex flex-col gap-4 pb-6 sm:pl-10">{children}</div> : null}
    </li>
  );
};

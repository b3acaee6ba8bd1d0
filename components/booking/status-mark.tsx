'use client';

import { Check, CheckCheck, CircleDot, Clock3, UserX, X } from 'lucide-react';
import type { ShownStatus } from '../../lib/booking/desk/schema';
import { cn } from '../ui/class-names';
import { useText } from '../words';

const looks: Record<ShownStatus, { icon: typeof Check; className: string }> = {
  held: { icon: Clock3, className: 'text-state-held' },
  confirmed: { icon: Check, className: 'text-state-confirmed' },
  'checked-in': { icon: CircleDot, className: 'text-state-checked-in' },
  completed: { icon: CheckCheck, className: 'text-state-completed' },
  'no-show': { icon: UserX, className: 'text-state-no-show' },
  cancelled: { icon: X, className: 'text-muted' },
};

/** A booking's state as a sign and its word: never by colour alone. */
export const StatusMark = ({ status, className }: { status: ShownStatus; className?: string }) => {
  const t = useText('bookings');
  const { icon: Icon, className: colour } = looks[status];
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-sm', colour, className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(status)}
    </span>
  );
};

'use client';

import { initialOf } from '../../lib/i18n/initial';
import { useStaff } from '../frame/staff-context';
import { cn } from '../ui/class-names';

/** The picture of a court, doctor or service, or the first letter of its name in its place. */
export const Photo = ({ id, name, large = false }: { id: string | null; name: string; large?: boolean }) => {
  const { business } = useStaff();
  const shape = cn('shrink-0 rounded object-cover', large ? 'size-24' : 'size-10');
  return id === null ? (
    <span
      aria-hidden
      className={cn(shape, 'grid place-items-center bg-surface-sunken font-semibold text-muted')}
    >
      {initialOf(name)}
    </span>
  ) : (
    <img src={`/api/businesses/${business}/photos/${id}`} alt="" className={shape} />
  );
};

import { useText } from '../words';
import type { Place } from './places';

type Props = { icon: Place['icon']; count: number; className?: string };

/** A page's picture, with how much there wants a person. */
export const PlaceIcon = ({ icon: Icon, count, className = '' }: Props) => {
  const t = useText('frame');
  return (
    <span className="relative">
      <Icon aria-hidden className={`size-5 ${className}`} />
      {count > 0 ? (
        <span className="absolute -top-2 left-4 min-w-5 rounded-full bg-danger px-1 text-center text-[11px] leading-5 font-semibold text-surface">
          <span aria-hidden>{count > 99 ? '99+' : count}</span>
          <span className="sr-only">{t('toLookAt', { count: String(count) })}</span>
        </span>
      ) : null}
    </span>
  );
};

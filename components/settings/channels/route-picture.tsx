import type { ChannelProvider } from '../../../lib/messaging/providers';
import { useText } from '../../words';
import { useProviderName } from './provider-name';

type Part = 'provider' | 'token' | 'callback' | 'message';

const box = { width: 124, height: 40 };
const top = 34;

const Box = ({ x, label, strong }: { x: number; label: string; strong: boolean }) => (
  <g>
    <rect
      x={x}
      y={top}
      width={box.width}
      height={box.height}
      rx={8}
      className={strong ? 'fill-accent-soft stroke-accent' : 'fill-surface-raised stroke-hairline'}
      strokeWidth={strong ? 2 : 1}
    />
    <text
      x={x + box.width / 2}
      y={top + box.height / 2 + 4}
      textAnchor="middle"
      fontSize={13}
      className={strong ? 'fill-accent font-semibold' : 'fill-ink'}
    >
      {label}
    </text>
  </g>
);

/** An arrow from left to right, or back, between two boxes; its words above or below. */
const Arrow = ({ from, to, y, strong }: { from: number; to: number; y: number; strong: boolean }) => {
  const head = from < to ? to - 6 : to + 6;
  return (
    <g className={strong ? 'stroke-accent' : 'stroke-muted'} fill="none" strokeWidth={strong ? 2 : 1.25}>
      <path d={`M${String(from)} ${String(y)}H${String(to)}`} />
      <path
        d={`M${String(head)} ${String(y - 4)}L${String(to)} ${String(y)}L${String(head)} ${String(y + 4)}`}
      />
    </g>
  );
};

/** The way of a message, with the part in hand standing out. */
export const RoutePicture = ({ provider, part }: { provider: ChannelProvider; part: Part }) => {
  const t = useText('channels');
  const nameOf = useProviderName();
  const name = nameOf(provider);
  const right = 304;
  const middle = 152;
  const gap = { left: box.width + 6, right: middle - 6 };
  const far = { left: middle + box.width + 6, right: right - 6 };
  const token = part === 'token' || part === 'message';
  const callback = part === 'callback' || part === 'message';
  return (
    <svg
      viewBox="0 0 428 108"
      role="img"
      aria-label={t('picture', { route: name })}
      className="w-full max-w-md"
    >
      <Box x={0} label={t('picCustomer')} strong={part === 'message'} />
      <Box x={middle} label={name} strong={part === 'provider'} />
      <Box x={right} label="Neram" strong={false} />
      <Arrow from={gap.left} to={gap.right} y={top + 13} strong={part === 'message'} />
      <Arrow from={gap.right} to={gap.left} y={top + 27} strong={part === 'message'} />
      <Arrow from={far.left} to={far.right} y={top + 13} strong={callback} />
      <Arrow from={far.right} to={far.left} y={top + 27} strong={token} />
      <text
        x={428}
        y={16}
        textAnchor="end"
        fontSize={12}
        className={callback ? 'fill-accent font-semibold' : 'fill-muted'}
      >
        {t('picCallback')}
      </text>
      <text
        x={428}
        y={100}
        textAnchor="end"
        fontSize={12}
        className={token ? 'fill-accent font-semibold' : 'fill-muted'}
      >
        {t('picToken')}
      </text>
    </svg>
  );
};

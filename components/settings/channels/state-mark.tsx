import type { ChannelSummary } from '../../../lib/tenancy/channels/schema';
import { cn } from '../../ui/class-names';
import { useText } from '../../words';

const looks: Record<ChannelSummary['state'], string> = {
  well: 'bg-accent-soft text-accent',
  connecting: 'bg-surface-sunken text-ink',
  archived: 'bg-surface-sunken text-muted',
  wrong: 'bg-danger-soft text-danger',
  paused: 'bg-danger-soft text-danger',
};

/** How a number is, in a word. */
export const StateMark = ({ state }: { state: ChannelSummary['state'] }) => {
  const t = useText('channels');
  return (
    <span className={cn('rounded px-2 py-1 text-xs font-semibold whitespace-nowrap', looks[state])}>
      {t(`state_${state}`)}
    </span>
  );
};

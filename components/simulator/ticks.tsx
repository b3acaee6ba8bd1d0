import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import type { ShownMessage } from './simulator-state';
import { useWords } from './words';

type Status = ShownMessage['status'];

const keys: Record<Status, SimulatorKey> = {
  sending: 'statusSending',
  unsent: 'statusFailed',
  accepted: 'statusAccepted',
  sent: 'statusSent',
  delivered: 'statusDelivered',
  read: 'statusRead',
  failed: 'statusFailed',
};

const icon = (status: Status) => {
  switch (status) {
    case 'sending':
    case 'accepted':
      return <Clock3 size={13} />;
    case 'sent':
      return <Check size={16} />;
    case 'delivered':
      return <CheckCheck size={16} />;
    case 'read':
      return <CheckCheck size={16} className="text-chat-tick" />;
    case 'unsent':
    case 'failed':
      return <CircleAlert size={14} className="text-danger" />;
  }
};

/** Clock, one tick, two ticks, two blue ticks. */
export const Ticks = ({ status }: { status: Status }) => {
  const { t } = useWords();
  return (
    <span role="img" aria-label={t(keys[status])} data-status={status} className="inline-flex">
      {icon(status)}
    </span>
  );
};

'use client';

import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useText } from '../words';

/** What was asked for could not be read, and asking again may help. */
export const Unreadable = ({ onAgain }: { onAgain: () => void }) => {
  const t = useText('calendar');
  return (
    <Empty title={t('unreadable')} hint={t('unreadableHint')}>
      <Button look="primary" onClick={onAgain}>
        {t('again')}
      </Button>
    </Empty>
  );
};

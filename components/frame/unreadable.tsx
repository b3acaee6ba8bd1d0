'use client';

import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useText } from '../words';

/** In place of what could not be read, with another try. */
export const Unreadable = ({ onAgain }: { onAgain: () => void }) => {
  const t = useText('frame');
  return (
    <div role="alert">
      <Empty title={t('unreadable')} hint={t('unreadableHint')}>
        <Button onClick={onAgain}>{t('again')}</Button>
      </Empty>
    </div>
  );
};

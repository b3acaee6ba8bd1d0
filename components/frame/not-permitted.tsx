'use client';

import { Empty } from '../ui/empty';
import { useText } from '../words';
import { useStaff } from './staff-context';

/** In place of a page that somebody's role does not open. */
export const NotPermitted = () => {
  const t = useText('frame');
  const { businessName } = useStaff();
  return <Empty alone title={t('notPermitted')} hint={t('notPermittedHint', { business: businessName })} />;
};

'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useStaff } from '../frame/staff-context';
import { Button, buttonClass } from '../ui/button';
import { useText } from '../words';
import { useSave } from './use-save';

/** For whom the simulator's phones write; `off` where there is none. */
export type SimulatorPlace = 'here' | 'elsewhere' | 'nowhere' | 'off';

/** The way to a first booking: the simulator where it leads here, or how to get there. */
export const FirstBooking = ({ simulator }: { simulator: SimulatorPlace }) => {
  const t = useText('setup');
  const { may } = useStaff();
  const router = useRouter();
  const save = useSave(() => {
    router.push('/simulator');
  });
  if (simulator === 'here')
    return (
      <Link href="/simulator" className={buttonClass('primary', 'whitespace-normal')}>
        {t('trySimulator')}
      </Link>
    );
  if (simulator === 'elsewhere' && may('people.change'))
    return (
      <div className="flex flex-col items-start gap-2">
        <Button
          look="primary"
          className="whitespace-normal"
          busy={save.isPending}
          onClick={() => {
            save.mutate({ method: 'post', path: 'setup/simulator' });
          }}
        >
          {t('leadSimulator')}
        </Button>
        <p className="text-sm text-muted">{t('leadSimulatorHint')}</p>
      </div>
    );
  return <p className="text-sm text-muted">{t('connectHint')}</p>;
};

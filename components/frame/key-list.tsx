'use client';

import { Dialog } from '../ui/dialog';
import { useText } from '../words';

const keys = [
  ['keyFind', 'Ctrl K'],
  ['keyNew', 'N'],
  ['keyToday', 'T'],
  ['keyMove', '← →'],
  ['keyHelp', '?'],
] as const;

/** The keys that work everywhere, for those who would rather not reach for the mouse. */
export const KeyList = ({ onClose }: { onClose: () => void }) => {
  const t = useText('frame');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('keys')}
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-3 text-sm">
        {keys.map(([what, key]) => (
          <div key={what} className="contents">
            <dt>{t(what)}</dt>
            <dd>
              <kbd className="rounded border border-hairline px-2 py-0.5 font-sans text-xs">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

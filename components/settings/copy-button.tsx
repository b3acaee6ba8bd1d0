import { toast } from 'sonner';
import { Button } from '../ui/button';
import { useText } from '../words';

/** Puts a text where it can be pasted from. */
export const CopyButton = ({ text }: { text: string }) => {
  const t = useText('settings');
  return (
    <Button
      onClick={() => {
        void navigator.clipboard.writeText(text).then(
          () => toast(t('copied')),
          () => toast(t('failed')),
        );
      }}
    >
      {t('copy')}
    </Button>
  );
};

'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import { useSave } from './use-save';

type Row = { id: string; archived: boolean; revision: string };
type Props = { kind: 'resource' | 'service'; row: Row; name: string };

/** Takes a row out of the offer or puts it back; says who is still booked where that stands in the way. */
export const ArchiveButton = ({ kind, row, name }: Props) => {
  const t = useText('setup');
  const frame = useText('frame');
  const [asked, setAsked] = useState(false);
  const [upcoming, setUpcoming] = useState(0);
  const save = useSave<{ done: boolean; upcoming: number }>((answer) => {
    setUpcoming(answer.upcoming);
    if (!answer.done) return;
    setAsked(false);
    toast(t(row.archived ? 'restored' : 'archivedDone', { name }));
  });
  const act = (): void => {
    save.mutate({
      method: 'post',
      path: `setup/${kind}s/${row.id}/archive`,
      body: { archived: !row.archived, revision: row.revision },
    });
  };
  if (row.archived)
    return (
      <Button busy={save.isPending} onClick={act}>
        {t('restore')}
      </Button>
    );
  return (
    <>
      <Button
        look="quiet"
        className="mr-auto text-danger"
        onClick={() => {
          setUpcoming(0);
          setAsked(true);
        }}
      >
        {t('archive')}
      </Button>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={t('archiveTitle', { name })}
        actions={
          <>
            <Button
              onClick={() => {
                setAsked(false);
              }}
            >
              {frame('cancel')}
            </Button>
            {upcoming === 0 ? (
              <Button look="danger" busy={save.isPending} onClick={act}>
                {t('archive')}
              </Button>
            ) : null}
          </>
        }
      >
        <p role={upcoming > 0 ? 'alert' : undefined}>
          {upcoming > 0 ? t('archiveBooked', { count: upcoming, name }) : t('archiveHint')}
        </p>
      </Dialog>
    </>
  );
};

'use client';

import { useState } from 'react';
import type { ShownFeed } from '../../../lib/mirrors/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { Button, buttonClass } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useLanguage, useText } from '../../words';
import { CopyButton } from '../copy-button';
import { useCalendarChange } from './use-calendars';

type Props = {
  name: string;
  hint?: string;
  feed: ShownFeed | null;
  /** Null: of whoever looks. */
  resourceId: string | null;
};

/** Opens the subscribe dialog of Apple's and Microsoft's calendars. */
const webcal = (address: string): string => address.replace(/^https?:/, 'webcal:');

/** One calendar that can be read elsewhere: its address, when it was last read, and how to end it. */
export const FeedRow = ({ name, hint, feed, resourceId }: Props) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const language = useLanguage();
  const { zone } = useStaff();
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null);
  const change = useCalendarChange();
  const make = (): void => {
    change.mutate({ method: 'post', path: 'feeds', body: { resourceId } });
  };
  const close = (): void => {
    setAsking(null);
  };
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-32 text-sm font-semibold">
          {name}
          <span className="block text-xs font-normal text-muted">
            {feed === null
              ? (hint ?? t('noAddress'))
              : feed.readAt === null
                ? t('neverRead')
                : t('lastRead', { at: formatInstant(language, feed.readAt, zone) })}
          </span>
        </p>
        {feed === null ? (
          <Button busy={change.isPending} onClick={make}>
            {t('makeAddress')}
          </Button>
        ) : null}
      </div>
      {feed ? (
        <>
          <code className="block rounded bg-surface-sunken px-3 py-2 text-xs break-all select-all">
            {feed.address}
          </code>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={feed.address} />
            <a className={buttonClass('secondary')} href={webcal(feed.address)}>
              {t('addHere')}
            </a>
            <Button
              look="quiet"
              onClick={() => {
                setAsking('renew');
              }}
            >
              {t('renew')}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                setAsking('end');
              }}
            >
              {t('end')}
            </Button>
          </div>
        </>
      ) : null}
      <Dialog
        open={asking !== null}
        onOpenChange={(next) => {
          if (!next) close();
        }}
        title={asking === 'end' ? t('end') : t('renew')}
        lead={asking === 'end' ? t('endLead') : t('renewLead')}
        actions={
          <>
            <Button onClick={close}>{frame('cancel')}</Button>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() => {
                if (asking === 'renew') make();
                else if (feed) change.mutate({ method: 'delete', path: `feeds/${feed.id}` });
                close();
              }}
            >
              {asking === 'end' ? t('end') : t('renew')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </li>
  );
};

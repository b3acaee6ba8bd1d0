'use client';

import { useState } from 'react';
import type { CalendarsPage, ShownLink } from '../../../lib/mirrors/schema';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { cn } from '../../ui/class-names';
import { Button, buttonClass } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useLanguage, useText } from '../../words';
import { LinkDialog } from './link-dialog';
import { useCalendarChange } from './use-calendars';

type Props = {
  name: string;
  /** Null: the whole business. */
  resourceId: string | null;
  link: ShownLink | null;
  accounts: CalendarsPage['google']['accounts'];
};

/** Which Google calendar stands for one court, one doctor or the business, and how it stands. */
export const LinkRow = ({ name, resourceId, link, accounts }: Props) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const [asking, setAsking] = useState<'link' | 'unlink' | null>(null);
  const change = useCalendarChange();
  const close = (): void => {
    setAsking(null);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className={cn('min-w-0 flex-1 text-sm', link ? 'basis-60' : 'basis-32')}>
        <p className="font-semibold">{name}</p>
        {link ? <Standing link={link} /> : <p className="text-xs text-muted">{t('notLinked')}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {link ? <Mend link={link} accounts={accounts} /> : null}
        {accounts.length > 0 ? (
          <Button
            look={link ? 'quiet' : 'secondary'}
            onClick={() => {
              setAsking('link');
            }}
          >
            {link ? t('change') : t('link')}
          </Button>
        ) : null}
        {link ? (
          <Button
            look="quiet"
            onClick={() => {
              setAsking('unlink');
            }}
          >
            {t('unlink')}
          </Button>
        ) : null}
      </div>
      {asking === 'link' ? (
        <LinkDialog name={name} resourceId={resourceId} link={link} accounts={accounts} onClose={close} />
      ) : null}
      {link ? (
        <Dialog
          open={asking === 'unlink'}
          onOpenChange={(next) => {
            if (!next) close();
          }}
          title={t('unlink')}
          lead={t('unlinkLead', { calendar: link.calendarName })}
          actions={
            <>
              <Button onClick={close}>{frame('cancel')}</Button>
              <Button
                look="danger"
                busy={change.isPending}
                onClick={() => {
                  change.mutate({ method: 'delete', path: `links/${link.id}` });
                  close();
                }}
              >
                {t('unlink')}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      ) : null}
    </li>
  );
};

/** The calendar's name and how it stands, in words that say what to do. */
const Standing = ({ link }: { link: ShownLink }) => {
  const t = useText('calendars');
  const language = useLanguage();
  const { zone } = useStaff();
  const { state, stateSince, writtenAt, calendarName, reads } = link;
  const key = state === 'active' && writtenAt === null ? 'new' : state;
  const at = formatInstant(language, state === 'active' ? (writtenAt ?? stateSince) : stateSince, zone);
  const passing = state === 'active' || state === 'quota';
  return (
    <>
      <p className="break-words">
        {calendarName}
        {reads ? <span className="text-muted"> · {t('readsOn')}</span> : null}
      </p>
      <p role="status" className={passing ? 'text-xs text-muted' : 'text-sm text-danger'}>
        {t(`state_${key}`, { at })}
      </p>
    </>
  );
};

/** The one act that may mend a calendar that is not well. */
const Mend = ({ link, accounts }: { link: ShownLink; accounts: Props['accounts'] }) => {
  const t = useText('calendars');
  const { business } = useStaff();
  const change = useCalendarChange();
  if (link.state === 'active' || link.state === 'quota') return null;
  const account = accounts.find(({ id }) => id === link.accountId);
  if (link.state === 'revoked' && account?.kind === 'oauth')
    return (
      <a className={buttonClass('primary')} href={`/api/businesses/${business}/calendars/google`}>
        {t('reconnect')}
      </a>
    );
  return (
    <Button
      busy={change.isPending}
      onClick={() => {
        change.mutate({ method: 'post', path: `links/${link.id}/retry` });
      }}
    >
      {t('tryAgain')}
    </Button>
  );
};

'use client';

import { useState } from 'react';
import type { CalendarsPage } from '../../../lib/mirrors/schema';
import { inLanguage } from '../../../lib/kernel/local-text';
import { useStaff } from '../../frame/staff-context';
import { Button, buttonClass } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useLanguage, useText } from '../../words';
import { KeyDialog } from './key-dialog';
import { LinkRow } from './link-row';
import { Part } from './part';
import { useCalendarChange } from './use-calendars';

type Account = CalendarsPage['google']['accounts'][number];

/** Google Calendar: who lets us in, and which calendar stands for which court or doctor. */
export const GooglePart = ({ page }: { page: CalendarsPage }) => {
  const t = useText('calendars');
  const language = useLanguage();
  const { business } = useStaff();
  const [keying, setKeying] = useState(false);
  const { accounts, consent, links, whole } = page.google;
  const linkOf = (resourceId: string | null) => links.find((link) => link.resourceId === resourceId) ?? null;
  const connected = accounts.length > 0;
  return (
    <Part title={t('google')} lead={t('googleLead')}>
      {connected ? (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {consent ? (
          <a
            className={buttonClass(connected ? 'secondary' : 'primary')}
            href={`/api/businesses/${business}/calendars/google`}
          >
            {t('signIn')}
          </a>
        ) : null}
        <Button
          look={connected || consent ? 'secondary' : 'primary'}
          onClick={() => {
            setKeying(true);
          }}
        >
          {t('useKey')}
        </Button>
      </div>
      {connected || links.length > 0 ? (
        <>
          <h3 className="pt-2 text-sm font-semibold">{t('linked')}</h3>
          <ul className="divide-y divide-hairline border-y border-hairline">
            {page.resources.map(({ id, name }) => (
              <LinkRow
                key={id}
                name={inLanguage(name, language)}
                resourceId={id}
                link={linkOf(id)}
                accounts={accounts}
              />
            ))}
            {whole ? (
              <LinkRow name={t('whole')} resourceId={null} link={linkOf(null)} accounts={accounts} />
            ) : null}
          </ul>
        </>
      ) : null}
      <KeyDialog open={keying} onOpenChange={setKeying} />
    </Part>
  );
};

const AccountRow = ({ account: { id, kind, label } }: { account: Account }) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const [asking, setAsking] = useState(false);
  const change = useCalendarChange();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <p className="min-w-0 flex-1 basis-40 text-sm">
        <span className="block font-semibold break-all">{label}</span>
        <span className="block text-xs text-muted">
          {t(kind === 'oauth' ? 'accountKindOauth' : 'accountKindKey')}
        </span>
      </p>
      <Button
        look="quiet"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('disconnect')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('disconnect')}
        lead={t('disconnectLead', { label })}
        actions={
          <>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {frame('cancel')}
            </Button>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() => {
                change.mutate({ method: 'delete', path: `accounts/${id}` });
                setAsking(false);
              }}
            >
              {t('disconnect')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </li>
  );
};

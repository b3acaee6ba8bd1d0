'use client';

import { useState } from 'react';
import { stampDay } from '../../lib/i18n/format-stamp';
import type { People } from '../../lib/tenancy/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { InviteDialog } from './invite-dialog';
import { MemberRow } from './member-row';
import { usePeople, usePeopleAct } from './use-people';

/** Who works here and who is invited. */
export const PeopleView = ({ first }: { first: People }) => {
  const { business, zone, may } = useStaff();
  const t = useText('settings');
  const language = useLanguage();
  const { data } = usePeople(first);
  const { act } = usePeopleAct();
  const [inviting, setInviting] = useState(false);
  const owner = may('people.change');
  return (
    <div className="flex flex-col gap-8">
      <section>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-base font-semibold">{t('members')}</h2>
          {owner ? (
            <Button
              look="primary"
              onClick={() => {
                setInviting(true);
              }}
            >
              {t('invite')}
            </Button>
          ) : null}
        </div>
        <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
          {data.members.map((member) => (
            <MemberRow key={member.id} member={member} resources={data.resources} />
          ))}
        </ul>
      </section>
      {data.invitations.length > 0 ? (
        <section>
          <h2 className="text-base font-semibold">{t('invitations')}</h2>
          <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
            {data.invitations.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 text-sm">
                <span className="min-w-0 flex-1 basis-48">
                  {one.name} · {t(one.role)}
                  <span className="block text-xs text-muted">
                    {t('until', { date: stampDay(language, one.expiresAt, zone) })}
                  </span>
                </span>
                {owner ? (
                  <Button
                    look="quiet"
                    onClick={() =>
                      void act(() => api(business, 'delete', `people/invitations/${one.id}`), t('revoked'))
                    }
                  >
                    {t('revoke')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <InviteDialog open={inviting} onOpenChange={setInviting} resources={data.resources} />
    </div>
  );
};

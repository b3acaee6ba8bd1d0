import { useState } from 'react';
import { inLanguage } from '../../lib/kernel/local-text';
import type { People, RoleInput } from '../../lib/tenancy/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useLanguage, useText } from '../words';
import { RoleFields } from './role-fields';
import { usePeopleAct } from './use-people';

type Props = { member: People['members'][number]; resources: People['resources'] };

/** One member with their role, which an owner may change or take away. */
export const MemberRow = ({ member, resources }: Props) => {
  const { business, may } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const language = useLanguage();
  const { busy, act } = usePeopleAct();
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null);
  const [rights, setRights] = useState<RoleInput>({ role: member.role, resourceId: member.resourceId });
  const [tried, setTried] = useState(false);
  const path = `people/${member.id}`;
  const close = (): void => {
    setDialog(null);
    setTried(false);
  };
  const change = async (): Promise<void> => {
    setTried(true);
    if (rights.role === 'practitioner' && rights.resourceId === null) return;
    if (await act(() => api(business, 'patch', path, { body: rights }), f('saved'))) close();
  };
  const remove = async (): Promise<void> => {
    if (await act(() => api(business, 'delete', path), t('removed'))) close();
  };
  const calendar = resources.find((one) => one.id === member.resourceId);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate text-sm font-semibold">
          {member.name}
          {member.self ? <span className="font-normal text-muted"> ({t('you')})</span> : null}
        </p>
        <p className="truncate text-xs text-muted">
          {member.email}
          {member.secondFactor ? ` · ${t('secondFactor')}` : ''}
        </p>
      </div>
      <p className="text-sm">
        {t(member.role)}
        {calendar ? ` · ${inLanguage(calendar.name, language)}` : ''}
      </p>
      {may('people.change') ? (
        <div className="flex gap-1">
          <Button
            look="quiet"
            onClick={() => {
              setDialog('change');
            }}
          >
            {t('change')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setDialog('remove');
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ) : null}
      <Dialog
        open={dialog === 'change'}
        onOpenChange={close}
        title={member.name}
        actions={
          <Button look="primary" busy={busy} onClick={() => void change()}>
            {f('save')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <RoleFields value={rights} onChange={setRights} resources={resources} wanted={tried} />
        </div>
      </Dialog>
      <Dialog
        open={dialog === 'remove'}
        onOpenChange={close}
        title={t('removeTitle', { name: member.name })}
        actions={
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            {t('remove')}
          </Button>
        }
      >
        <p className="text-sm">{t('removeHint')}</p>
      </Dialog>
    </li>
  );
};

'use client';

import { HeartPulse, Trophy } from 'lucide-react';
import { toast } from 'sonner';
import { useText } from '../words';
import { useSave } from './use-save';

const choices = [
  { kind: 'club', icon: Trophy, title: 'templateClub', hint: 'templateClubHint' },
  { kind: 'clinic', icon: HeartPulse, title: 'templateClinic', hint: 'templateClinicHint' },
] as const;

/** Usual offers to fill an empty business with. */
export const TemplateChoice = () => {
  const t = useText('setup');
  const save = useSave(() => {
    toast(t('templateDone'));
  });
  return (
    <section className="mb-8">
      <h2 className="text-base font-semibold">{t('templateTitle')}</h2>
      <p className="mt-1 text-sm text-muted">{t('templateLead')}</p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {choices.map(({ kind, icon: Icon, title, hint }) => (
          <button
            key={kind}
            type="button"
            disabled={save.isPending}
            aria-busy={save.isPending}
            onClick={() => {
              save.mutate({ method: 'post', path: 'setup/template', body: { template: kind } });
            }}
            className="flex items-start gap-3 rounded-lg border border-hairline bg-surface-raised p-4 text-left hover:border-accent disabled:opacity-60"
          >
            <span
              aria-hidden
              className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent"
            >
              <Icon className="size-5" />
            </span>
            <span className="min-w-0">
              <span className="block font-semibold">{t(title)}</span>
              <span className="mt-0.5 block text-sm text-muted">{t(hint)}</span>
            </span>
          </button>
        ))}
      </div>
      <p className="mt-6 text-sm text-muted">{t('templateOwn')}</p>
    </section>
  );
};

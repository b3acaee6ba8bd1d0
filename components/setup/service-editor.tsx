'use client';

import { AlarmClock } from 'lucide-react';
import Link from 'next/link';
import { toast } from 'sonner';
import { serviceFormSchema, type ServiceForm, type SetupService } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { ArchiveButton } from './archive-button';
import { EditFrame } from './edit-frame';
import { freshService, serviceFormOf } from './fresh-service';
import { LivePreview } from './live-preview';
import { Part } from './notices';
import { PhotoInput } from './photo-input';
import { ServiceFields } from './service-fields';
import { ServicePayment } from './service-payment';
import { ServiceRules } from './service-rules';
import { useEdited } from './use-edited';
import { useFormOf } from './use-form-of';
import { useSave } from './use-save';
import { useSetup } from './use-setup';

type Props = { service?: SetupService; kind: ServiceForm['kind'] };

/** Adds or changes a service: what it is, how long and how much, who offers it, and its rules. */
export const ServiceEditor = ({ service, kind }: Props) => {
  const t = useText('setup');
  const frame = useText('frame');
  const language = useLanguage();
  const { business, may } = useStaff();
  const { resources } = useSetup();
  const { edit } = useEdited();
  const fits = resources.filter((one) => !one.archived && (one.kind === 'court') === (kind === 'court'));
  const save = useSave<{ id: string }>(() => {
    toast(frame('saved'));
    edit(null);
  });
  const { form, revision, stale, reload, wrong } = useFormOf({
    schema: serviceFormSchema,
    values: service ? serviceFormOf(service) : freshService(kind, fits),
    stored: service ?? null,
    conflict: save.conflict,
  });
  const submit = form.handleSubmit((values) => {
    save.mutate(
      service
        ? { method: 'put', path: `setup/services/${service.id}`, body: { ...values, revision } }
        : { method: 'post', path: 'setup/services', body: values },
    );
  });
  const name = service
    ? inLanguage(service.name, language)
    : t(kind === 'court' ? 'addCourtService' : 'addConsultation');
  const disabled = !may('setup.change');
  return (
    <EditFrame
      title={name}
      onBack={() => {
        edit(null);
      }}
      onSubmit={() => void submit()}
      onReload={() => {
        save.reset();
        reload();
      }}
      stale={stale}
      busy={save.isPending}
      wrong={wrong}
      aside={
        <LivePreview
          control={form.control}
          draftOf={(values) => {
            const checked = serviceFormSchema.safeParse(values);
            return checked.success ? { kind: 'service', id: service?.id ?? null, form: checked.data } : null;
          }}
        />
      }
      more={service ? <ArchiveButton kind="service" row={service} name={name} /> : null}
    >
      {service ? (
        <PhotoInput of={{ kind: 'service', id: service.id }} photoId={service.photoId} name={name} />
      ) : null}
      <Part title={t('partService')}>
        <ServiceFields control={form.control} kind={kind} resources={fits} disabled={disabled} />
      </Part>
      <Part title={t('partRules')} lead={t('partRulesLead')}>
        <ServiceRules control={form.control} disabled={disabled} />
        <ServicePayment control={form.control} disabled={disabled} />
      </Part>
      {service ? (
        <Link
          href={`/${business}/setup/reminders?of=${service.id}`}
          className="flex min-h-11 items-center gap-2 self-start rounded text-sm font-semibold text-accent"
        >
          <AlarmClock aria-hidden className="size-4" />
          {t('remindersLink')}
        </Link>
      ) : null}
    </EditFrame>
  );
};

'use client';

import { toast } from 'sonner';
import { resourceFormSchema, type ResourceForm, type SetupResource } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { ArchiveButton } from './archive-button';
import { EditFrame } from './edit-frame';
import { LivePreview } from './live-preview';
import { Part } from './notices';
import { PhotoInput } from './photo-input';
import { ResourceFields } from './resource-fields';
import { useEdited } from './use-edited';
import { useFormOf } from './use-form-of';
import { useSave } from './use-save';
import { useSetup } from './use-setup';

type Props = { resource?: SetupResource; kind: 'court' | 'doctor' };

/** Adds or changes a court or a doctor. */
export const ResourceEditor = ({ resource, kind }: Props) => {
  const t = useText('setup');
  const frame = useText('frame');
  const language = useLanguage();
  const { may } = useStaff();
  const { services } = useSetup();
  const { edit } = useEdited();
  const fits = services.filter((one) => !one.archived && (one.kind === 'court') === (kind === 'court'));
  const only = fits.length === 1 ? fits.map((one) => ({ serviceId: one.id })) : [];
  const fresh: ResourceForm = { kind, name: {}, detail: null, aliases: [], capacity: 1, offerings: only };
  const save = useSave<{ id: string }>(() => {
    toast(frame('saved'));
    edit(null);
  });
  const { form, revision, stale, reload, wrong } = useFormOf({
    schema: resourceFormSchema,
    values: resource ? resourceFormSchema.parse(resource) : fresh,
    stored: resource ?? null,
    conflict: save.conflict,
  });
  const submit = form.handleSubmit((values) => {
    save.mutate(
      resource
        ? { method: 'put', path: `setup/resources/${resource.id}`, body: { ...values, revision } }
        : { method: 'post', path: 'setup/resources', body: values },
    );
  });
  const name = resource
    ? inLanguage(resource.name, language)
    : t(kind === 'court' ? 'addCourt' : 'addDoctor');
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
            const checked = resourceFormSchema.safeParse(values);
            return checked.success
              ? { kind: 'resource', id: resource?.id ?? null, form: checked.data }
              : null;
          }}
        />
      }
      more={resource ? <ArchiveButton kind="resource" row={resource} name={name} /> : null}
    >
      {resource ? (
        <PhotoInput of={{ kind: 'resource', id: resource.id }} photoId={resource.photoId} name={name} />
      ) : null}
      <Part title={t(kind === 'court' ? 'partCourt' : 'partDoctor')}>
        <ResourceFields control={form.control} kind={kind} services={fits} disabled={!may('setup.change')} />
      </Part>
    </EditFrame>
  );
};

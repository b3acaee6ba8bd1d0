import { inLanguage } from '../../lib/kernel/local-text';
import { roles, type Role } from '../../lib/kernel/roles';
import type { People, RoleInput } from '../../lib/tenancy/schema';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';

const hints = {
  owner: 'ownerHint',
  manager: 'managerHint',
  staff: 'staffHint',
  practitioner: 'practitionerHint',
} as const satisfies Record<Role, string>;

type Props = {
  value: RoleInput;
  onChange: (rights: RoleInput) => void;
  resources: People['resources'];
  /** Somebody tried to go on without a calendar. */
  wanted: boolean;
};

/** A role with what it opens, and for a doctor whose calendar it is. */
export const RoleFields = ({ value, onChange, resources, wanted }: Props) => {
  const t = useText('settings');
  const language = useLanguage();
  return (
    <>
      <SelectField
        label={t('role')}
        hint={t(hints[value.role])}
        value={value.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.target.value) ?? 'staff';
          onChange({ role, resourceId: role === 'practitioner' ? value.resourceId : null });
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(role)}
          </option>
        ))}
      </SelectField>
      {value.role === 'practitioner' ? (
        <SelectField
          label={t('calendarOf')}
          value={value.resourceId ?? ''}
          error={wanted && value.resourceId === null ? t('calendarWanted') : undefined}
          onChange={(event) => {
            onChange({ ...value, resourceId: event.target.value || null });
          }}
        >
          <option value="">–</option>
          {resources.map((one) => (
            <option key={one.id} value={one.id}>
              {inLanguage(one.name, language)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  );
};

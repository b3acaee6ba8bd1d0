import type { ReactNode } from 'react';

type SwitchProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void };

/** A line that is on or off. */
export const Switch = ({ label, hint, checked, onChange }: SwitchProps) => (
  <label className="flex min-h-14 cursor-pointer items-center gap-4 border-b border-hairline px-4 py-2">
    <span className="min-w-0 flex-1">
      <span className="block text-sm leading-snug">{label}</span>
      {hint === undefined ? null : <span className="block text-xs text-muted">{hint}</span>}
    </span>
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="switch"
    />
  </label>
);

/** A line of a list of facts. */
export const Fact = ({ name, value }: { name: string; value: string }) => (
  <div className="flex min-h-11 items-center justify-between gap-4 border-b border-hairline px-4 py-1.5 text-sm">
    <dt className="text-muted">{name}</dt>
    <dd className="text-right wrap-anywhere">{value}</dd>
  </div>
);

/** A line with something to set and to do. */
export const Line = ({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) => (
  <div role="group" aria-label={label} className="flex flex-col gap-2 border-b border-hairline px-4 py-3">
    <div>
      <div className="text-sm leading-snug">{label}</div>
      {hint === undefined ? null : <div className="text-xs text-muted">{hint}</div>}
    </div>
    <div className="flex flex-wrap items-center gap-2">{children}</div>
  </div>
);

export const smallButton =
  'min-h-11 rounded border border-hairline px-4 text-sm hover:bg-surface-sunken disabled:text-muted disabled:hover:bg-transparent';
export const smallField = 'h-11 min-w-0 rounded border border-hairline bg-surface px-2 text-sm';

type ChoiceProps<T extends string | number> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** A choice among a few, as the device draws it. */
export const Choice = <T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <select
    aria-label={label}
    value={value}
    className={`${smallField} min-w-0 grow basis-44`}
    onChange={(event) => {
      const chosen = options.find((each) => String(each.value) === event.target.value);
      if (chosen) onChange(chosen.value);
    }}
  >
    {options.map((each) => (
      <option key={each.value} value={each.value}>
        {each.label}
      </option>
    ))}
  </select>
);

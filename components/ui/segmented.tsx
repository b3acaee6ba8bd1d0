import { cn } from './class-names';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  className?: string;
};

/** One of a few, all in sight. */
export const Segmented = <T extends string>({ label, value, options, onChange, className }: Props<T>) => (
  <div
    role="group"
    aria-label={label}
    className={cn('inline-flex rounded border border-hairline bg-surface-sunken p-0.5', className)}
  >
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => {
          onChange(option.value);
        }}
        className={cn(
          'min-h-10 rounded-[6px] px-2 text-sm sm:px-3 whitespace-nowrap text-muted md:min-h-8',
          option.value === value && 'bg-surface-raised font-semibold text-ink shadow-sm',
        )}
      >
        {option.label}
      </button>
    ))}
  </div>
);

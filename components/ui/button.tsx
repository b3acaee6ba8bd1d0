import type { ComponentProps } from 'react';
import { cn } from './class-names';

const looks = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  secondary: 'border border-hairline bg-surface-raised hover:bg-surface-sunken',
  quiet: 'hover:bg-surface-sunken',
  danger: 'bg-danger text-surface hover:opacity-90',
} as const;

type Look = keyof typeof looks;

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded px-4 text-sm font-semibold whitespace-nowrap select-none md:min-h-9 md:px-3 disabled:opacity-50 disabled:pointer-events-none';

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: Look = 'secondary', more?: string): string => cn(shape, looks[look], more);

type Props = ComponentProps<'button'> & {
  look?: Look;
  /** Work is under way: the button stays in place, cannot be pressed again, and says so. */
  busy?: boolean;
};

/** A button that says its act in words. */
export const Button = ({
  look = 'secondary',
  busy = false,
  className,
  disabled,
  children,
  ...rest
}: Props) => (
  <button
    type="button"
    {...rest}
    className={buttonClass(look, className)}
    disabled={disabled === true || busy}
    aria-busy={busy || undefined}
  >
    {busy ? <span aria-hidden className="size-3 animate-pulse rounded-full bg-current" /> : null}
    {children}
  </button>
);

/** A button with an icon alone, for what the whole world knows; `label` is its name. */
export const IconButton = ({ label, className, ...rest }: ComponentProps<'button'> & { label: string }) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    title={label}
    className={cn(
      'inline-flex size-11 shrink-0 items-center justify-center rounded hover:bg-surface-sunken md:size-9 disabled:opacity-40',
      className,
    )}
  />
);

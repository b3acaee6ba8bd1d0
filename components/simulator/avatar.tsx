import { initialOf } from '../../lib/i18n/initial';

export const Avatar = ({ name, size = 40 }: { name: string; size?: number }) => (
  <span
    aria-hidden="true"
    className="grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent"
    style={{ width: size, height: size, fontSize: size * 0.42 }}
  >
    {initialOf(name)}
  </span>
);

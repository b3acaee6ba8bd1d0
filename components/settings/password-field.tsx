import { useState, type ComponentProps } from 'react';
import { passwordLength } from '../../lib/tenancy/schema';
import { TextField } from '../ui/field';
import { useText } from '../words';

const strong = 16;

/** A new password with how good its length is, in a word and a bar. */
export const NewPasswordField = ({
  error,
  onChange,
  ...rest
}: Omit<ComponentProps<typeof TextField>, 'label'>) => {
  const t = useText('settings');
  const [length, setLength] = useState(0);
  const grade =
    length >= strong ? 'strengthStrong' : length >= passwordLength ? 'strengthGood' : 'strengthWeak';
  return (
    <div>
      <TextField
        label={t('newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('passwordHint')}
        error={error}
        maxLength={200}
        {...rest}
        onChange={(event) => {
          setLength(event.target.value.length);
          onChange?.(event);
        }}
      />
      {length > 0 ? (
        <p className="mt-1 flex items-center gap-2 text-xs text-muted">
          <meter
            min={0}
            max={strong}
            low={passwordLength}
            high={strong - 1}
            optimum={strong}
            value={length}
            className="h-2 w-24"
          />
          {t(grade)}
        </p>
      ) : null}
    </div>
  );
};

const known = {
  wrong: 'passwordWrong',
  'too-often': 'passwordOften',
  'same-as-old': 'passwordOld',
  'same-as-email': 'passwordEmail',
} as const;

/** What is wrong with a password, as a text's key, from what the server or the shape says. */
export const passwordProblem = (message: string | undefined) =>
  message === undefined
    ? undefined
    : (new Map<string, (typeof known)[keyof typeof known]>(Object.entries(known)).get(message) ??
      'passwordShort');

import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { CustomerIdentity, Customer } from '../../lib/simulator/types';
import { createCustomer, reasonOf } from './simulator-client';
import { useWords } from './words';

type NewCustomerDialogProps = { onCreated: (customer: Customer) => void; onClose: () => void };

const identities = [
  { value: 'both', key: 'identityBoth' },
  { value: 'phone', key: 'identityPhone' },
  { value: 'bsuid', key: 'identityBsuid' },
] as const;

const field = 'h-11 w-full rounded border border-hairline bg-surface px-3 text-base';

/** Asks for a name and how the new customer shows up in webhooks. */
export const NewCustomerDialog = ({ onCreated, onClose }: NewCustomerDialogProps) => {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [identity, setIdentity] = useState<CustomerIdentity>('both');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    createCustomer({ name, identity })
      .then(onCreated)
      .catch((error: unknown) => setProblem(t('actionFailed', { reason: reasonOf(error) })));
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="new-customer"
      onClose={onClose}
      className="m-auto w-full max-w-sm rounded border border-hairline bg-surface-raised p-6 text-ink backdrop:bg-black/40"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <h2 id="new-customer" className="text-lg font-semibold">
            {t('newCustomer')}
          </h2>
          <p className="text-sm text-muted">{t('newCustomerHint')}</p>
        </div>
        <label className="flex flex-col gap-1 text-sm">
          {t('name')}
          <input
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={field}
          />
        </label>
        <label className="flex flex-col gap-1 text-sm">
          {t('identity')}
          <select
            value={identity}
            onChange={(event) =>
              setIdentity(identities.find((each) => each.value === event.target.value)?.value ?? 'both')
            }
            className={field}
          >
            {identities.map((each) => (
              <option key={each.value} value={each.value}>
                {t(each.key)}
              </option>
            ))}
          </select>
        </label>
        {problem === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
        <div className="mt-2 flex justify-end gap-2">
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="h-11 rounded px-4 hover:bg-surface-sunken"
          >
            {t('cancel')}
          </button>
          <button
            type="submit"
            className="h-11 rounded bg-accent px-5 font-semibold text-accent-ink hover:opacity-90"
          >
            {t('create')}
          </button>
        </div>
      </form>
    </dialog>
  );
};

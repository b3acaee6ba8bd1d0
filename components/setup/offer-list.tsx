'use client';

import { useState } from 'react';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { Photo } from './photo';
import { SortableList } from './sortable-list';
import { useSave } from './use-save';

type Row = { id: string; name: LocalText; photoId: string | null; archived: boolean; line: string };
type Props = { kind: 'resource' | 'service'; rows: readonly Row[]; onOpen: (id: string) => void };

const OpenRow = ({ row, name, onOpen }: { row: Row; name: string; onOpen: (id: string) => void }) => (
  <button
    type="button"
    className="flex min-h-14 w-full items-center gap-3 rounded px-2 py-2 text-left hover:bg-surface-sunken"
    onClick={() => {
      onOpen(row.id);
    }}
  >
    <Photo id={row.photoId} name={name} />
    <span className="min-w-0">
      <span className="block font-semibold break-words">{name}</span>
      <span className="block text-sm break-words text-muted">{row.line}</span>
    </span>
  </button>
);

/** Courts and doctors, or services, in the order customers see them; what is archived stands below. */
export const OfferList = ({ kind, rows, onOpen }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const { may } = useStaff();
  const order = useSave();
  const [shown, setShown] = useState(false);
  const named = rows.map((row) => ({ ...row, text: row.name, name: inLanguage(row.name, language) }));
  // While it is being saved the list already stands as it was put.
  const wanted = order.isPending ? (order.variables.body as { ids: string[] }).ids : null;
  const current = named.filter((row) => !row.archived);
  const live = wanted ? [...current].sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id)) : current;
  const archived = named.filter((row) => row.archived);
  return (
    <>
      <SortableList
        items={live}
        disabled={!may('setup.change')}
        onOrder={(ids) => {
          const rest = archived.map((row) => row.id);
          order.mutate({ method: 'put', path: 'setup/order', body: { kind, ids: [...ids, ...rest] } });
        }}
      >
        {(row) => <OpenRow row={{ ...row, name: row.text }} name={row.name} onOpen={onOpen} />}
      </SortableList>
      {archived.length > 0 ? (
        <div className="mt-4">
          <Button
            look="quiet"
            aria-expanded={shown}
            onClick={() => {
              setShown(!shown);
            }}
          >
            {t('archivedCount', { count: archived.length })}
          </Button>
          {shown ? (
            <ul className="opacity-80">
              {archived.map((row) => (
                <li key={row.id}>
                  <OpenRow row={{ ...row, name: row.text }} name={row.name} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </>
  );
};

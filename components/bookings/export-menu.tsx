'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useText } from '../words';
import type { ShownFilters } from './list-address';

type Progress = { done: number; total: number } | null;

const lineEnd = 10;

/**
 * Reads a download piece by piece and tells how many of its rows have come: counted where they are lines, otherwise by
 * the share of the bytes that the server expects.
 */
async function download(address: string, onProgress: (done: number, total: number) => void): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const total = Number(response.headers.get('x-total-rows'));
  const expected = Number(response.headers.get('x-expected-bytes') ?? 0);
  const pieces: BlobPart[] = [];
  let bytes = 0;
  let lines = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { value, done: ended } = await reader.read();
    if (ended) return new Blob(pieces, { type: response.headers.get('content-type') ?? '' });
    pieces.push(value);
    bytes += value.length;
    if (expected === 0) for (const byte of value) if (byte === lineEnd) lines += 1;
    const done = expected === 0 ? lines : Math.round((total * bytes) / expected);
    onProgress(Math.min(done, total), total);
  }
}

const save = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** The list as it is filtered, as a file. */
export const ExportMenu = ({ filters }: { filters: ShownFilters }) => {
  const t = useText('bookings');
  const { business } = useStaff();
  const [progress, setProgress] = useState<Progress>(null);
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setProgress({ done: 0, total: 0 });
    const query = new URLSearchParams({ ...filters, format }).toString();
    try {
      const file = await download(`/api/businesses/${business}/bookings/export?${query}`, (done, total) => {
        setProgress({ done, total });
      });
      save(file, `bookings.${format}`);
    } catch {
      toast(t('exportFailed'));
    }
    setProgress(null);
  };
  return (
    <>
      <Menu
        trigger={
          <Button busy={progress !== null}>
            <Download aria-hidden className="size-4" />
            {t('export')}
          </Button>
        }
      >
        <MenuItem onSelect={() => void run('csv')}>{t('exportCsv')}</MenuItem>
        <MenuItem onSelect={() => void run('xlsx')}>{t('exportXlsx')}</MenuItem>
      </Menu>
      {progress ? (
        <div
          role="status"
          className="fixed inset-x-4 bottom-20 z-40 mx-auto max-w-sm rounded border border-hairline bg-surface-raised p-4 shadow-lg md:bottom-4"
        >
          <label className="flex flex-col gap-2 text-sm">
            {progress.total > 0 ? t('exporting', progress) : t('preparing')}
            <progress
              className="h-1.5 w-full accent-(--accent)"
              {...(progress.total > 0 && { value: progress.done, max: progress.total })}
            />
          </label>
        </div>
      ) : null}
    </>
  );
};

import { existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { well, wrong, type Finding } from './finding';

const gigabyte = 1024 ** 3;
const least = gigabyte;

/** What a full disk stops first is the database, and then everything. */
export function judgeDisk(place: string, freeBytes: number): Finding {
  const free = `${(freeBytes / gigabyte).toFixed(1)} GB free at ${place}`;
  return freeBytes >= least
    ? well('Disk', free)
    : wrong('Disk', free, 'Make room: old backups and logs first. PostgreSQL stops when the disk is full.');
}

/** The disk of the data folder, or of the nearest folder above that is there. */
export function checkDisk(folder: string): Finding {
  let place = path.resolve(folder);
  while (!existsSync(place)) place = path.dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return judgeDisk(place, bavail * bsize);
}

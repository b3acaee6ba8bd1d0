import { expect, it } from 'vitest';
import type { DeskRow } from '../booking/desk/queries';
import { bookingCells, bookingsHead } from './bookings-csv';

const row = {
  reference: 'AB12CD',
  startsAt: new Date('2026-11-24T02:30:00Z'),
  endsAt: new Date('2026-11-24T03:30:00Z'),
  createdAt: new Date('2026-11-23T02:30:00Z'),
  serviceName: { en: 'Court', ta: 'கோர்ட்' },
  resourceName: { en: 'Court 1', ta: 'கோர்ட் 1' },
  status: 'confirmed',
  source: 'whatsapp',
  payment: 'deposit',
  pricePaise: 40_050,
  keptPaise: 10_000,
  duePaise: 30_050,
} as unknown as DeskRow;

it.each(['en', 'ta'] as const)(
  'shows price, paid and due in rupees, each under its own head, in %s',
  (language) => {
    const head = bookingsHead(language);
    const cells = bookingCells(row, language, 'Asia/Kolkata');
    expect(cells).toHaveLength(head.length);
    const paid = head.findIndex((name) => name.startsWith(language === 'en' ? 'Paid' : (head[11] ?? '')));
    expect(paid).toBe(11);
    expect(cells.slice(paid - 1, paid + 2)).toEqual([400.5, 100, 300.5]);
  },
);

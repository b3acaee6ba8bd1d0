import {
  CalendarDays,
  ChartColumn,
  IndianRupee,
  ListChecks,
  MessageCircle,
  Settings,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Permission } from '../../lib/kernel/roles';

export type Place = {
  /** Last part of the address, and the text's key. */
  key: 'calendar' | 'bookings' | 'chats' | 'customers' | 'payments' | 'setup' | 'reports' | 'settings';
  icon: LucideIcon;
  /** Who is led there; null: everybody. */
  permission: Permission | null;
};

/** The pages of a business in the order of a day's work. */
export const places: readonly Place[] = [
  { key: 'calendar', icon: CalendarDays, permission: 'calendar.view' },
  { key: 'bookings', icon: ListChecks, permission: 'booking.view' },
  { key: 'chats', icon: MessageCircle, permission: 'chat.view' },
  { key: 'customers', icon: Users, permission: 'customer.view' },
  { key: 'payments', icon: IndianRupee, permission: 'payment.view' },
  { key: 'setup', icon: SlidersHorizontal, permission: 'setup.view' },
  { key: 'reports', icon: ChartColumn, permission: 'report.view' },
  { key: 'settings', icon: Settings, permission: null },
];

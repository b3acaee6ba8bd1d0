'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { may, type Permission, type Role } from '../../lib/kernel/roles';

/** Who is at the desk, in which business. */
export type StaffContext = {
  business: string;
  businessName: string;
  /** The picture that is its logo. */
  logoId: string | null;
  /** IANA zone in which all of the business's times are shown. */
  zone: string;
  userName: string;
  email: string;
  role: Role;
  /** A practitioner's own calendar. */
  resourceId: string | null;
  businesses: { slug: string; name: string }[];
};

const Context = createContext<StaffContext | null>(null);

export const StaffProvider = ({ staff, children }: { staff: StaffContext; children: ReactNode }) => (
  <Context value={staff}>{children}</Context>
);

/** Throws outside of a business's pages: a bug. */
export function useStaff(): StaffContext & { may: (permission: Permission) => boolean } {
  const staff = useContext(Context);
  if (!staff) throw new Error('There is no business around this part.');
  return { ...staff, may: (permission) => may(staff.role, permission) };
}

import { calendarCredentialsSchema, type CalendarCredentials } from '../../calendars/credentials';
import type { GoogleAddresses, GoogleClient } from '../../calendars/google/access';
import { openGoogle } from '../../calendars/google/calendar';
import { consentAddress, redeemCode } from '../../calendars/google/consent';
import type { CalendarOutcome, OutsideCalendar } from '../../calendars/types';
import type { Clock } from '../../kernel/clock';
import type { CalendarAccount } from '../../mirrors/types';

export type CalendarSettings = {
  /** Base of Google's API, no trailing slash. */
  googleApiUrl: string;
  /** Null: owners cannot connect by signing in at Google, only by a service account. */
  client: GoogleClient | null;
};

export type CalendarDoor = {
  /** The outside calendars of an account, with its sealed credentials opened. */
  of(account: Pick<CalendarAccount, 'id' | 'credentials'>): OutsideCalendar;
  /** The same with credentials that are not stored yet, for trying them. */
  with(credentials: CalendarCredentials): OutsideCalendar;
  /** Connecting by signing in at Google; null where this installation is not registered there. */
  consent: {
    address(state: string): string;
    redeem(code: string): Promise<CalendarOutcome<CalendarCredentials>>;
  } | null;
};

const publicApi = 'https://www.googleapis.com';

/** Google's own places; an address of our own choosing stands for all of them. */
const addressesOf = (apiUrl: string): GoogleAddresses =>
  apiUrl === publicApi
    ? {
        apiUrl,
        tokenUrl: 'https://oauth2.googleapis.com/token',
        consentUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      }
    : { apiUrl, tokenUrl: `${apiUrl}/token`, consentUrl: `${apiUrl}/o/oauth2/v2/auth` };

/** Where Google sends an owner back to. */
export const consentReturnPath = '/api/calendars/google/connected';

/** Opens outside calendars, each version of an account's credentials once. `unseal` throws on what it did not seal. */
export function openCalendars(
  { googleApiUrl, client }: CalendarSettings,
  { unseal, clock, publicUrl }: { unseal: (sealed: string) => string; clock: Clock; publicUrl: string },
): CalendarDoor {
  const known = new Map<string, OutsideCalendar>();
  const addresses = addressesOf(googleApiUrl);
  const open = (credentials: CalendarCredentials) => openGoogle(credentials, { addresses, client, clock });
  const asked = client && { addresses, client, clock, redirectUrl: `${publicUrl}${consentReturnPath}` };
  return {
    of({ id, credentials: sealed }) {
      const key = `${id} ${sealed}`;
      const before = known.get(key);
      if (before) return before;
      const opened = open(calendarCredentialsSchema.parse(JSON.parse(unseal(sealed))));
      if (known.size > 10_000) known.clear();
      known.set(key, opened);
      return opened;
    },
    with: open,
    consent: asked && {
      address: (state) => consentAddress(asked, state),
      redeem: (code) => redeemCode(asked, code),
    },
  };
}

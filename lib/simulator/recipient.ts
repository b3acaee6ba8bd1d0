import { GraphError } from './graph-error';

export type Destination =
  | { kind: 'phone'; waId: string }
  | { kind: 'bsuid'; bsuid: string }
  /** A business-scoped id in `to`: Meta answers 200 and nobody ever gets it. Source: reference §2.8, trap 4. */
  | { kind: 'void' };

const bsuidShape = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Digits as WhatsApp would hold them; a bare local number gets the business's own country code. */
const toWaId = (to: string, countryCode: string): string => {
  if (!/^\+?[\d\s()-]+$/.test(to)) throw new GraphError(131009, 'Parameter to: must be a phone number.');
  const digits = to.replace(/\D/g, '');
  const full = to.startsWith('+') || digits.length > 10 ? digits : countryCode + digits;
  if (full.length < 8 || full.length > 15)
    throw new GraphError(131009, 'Parameter to: must be a phone number of 8 to 15 digits.');
  return full;
};

/** Reads `to` and `recipient`; where both are given `to` wins. Throws GraphError 131009 on a malformed one. */
export const readDestination = (
  payload: { to?: string | undefined; recipient?: string | undefined },
  countryCode: string,
): Destination => {
  if (payload.to !== undefined) {
    if (bsuidShape.test(payload.to)) return { kind: 'void' };
    return { kind: 'phone', waId: toWaId(payload.to, countryCode) };
  }
  const bsuid = payload.recipient ?? '';
  if (!bsuidShape.test(bsuid))
    throw new GraphError(131009, 'Parameter recipient: must be a business-scoped user id.');
  return { kind: 'bsuid', bsuid };
};

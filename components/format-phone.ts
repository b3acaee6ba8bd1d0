/**
 * A number in E.164 as people read it out: Indian mobile numbers in two fives, `+91 98765 43210`; any other as it is, since
 * where its area code ends only a table of the world's numbers knows, which weighs more than a page.
 * Null where there is none.
 */
export const formatPhone = (phone: string | null | undefined): string | null =>
  phone?.replace(/^(\+91)([6-9]\d{4})(\d{5})$/, '$1 $2 $3') ?? null;

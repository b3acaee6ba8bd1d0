/** Whether a write ran into a unique key (PostgreSQL 23505), through Prisma (P2002) or by hand. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'P2002' || error.code === '23505');

/** Whether PostgreSQL ended this transaction because it and another waited for each other (40P01); through Prisma P2034. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && (error.code === 'P2034' || error.code === '40P01')) ||
    /\b40P01\b/.test(error.message));

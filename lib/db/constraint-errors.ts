/** Whether a write ran into a unique key (PostgreSQL 23505), through Prisma (P2002) or by hand. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'P2002' || error.code === '23505');

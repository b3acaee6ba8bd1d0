import { z } from 'zod';

/** What an export says of itself. */
export const manifestSchema = z.object({
  format: z.literal('neram-business'),
  formatVersion: z.literal(1),
  exportedAt: z.iso.datetime(),
  business: z.object({ id: z.uuid(), slug: z.string() }),
  /** The migrations that the database had, oldest first; the last is the version of the schema. */
  migrations: z.array(z.string()).min(1),
  /** In the order in which they are to be read. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      count: z.number().int().min(0),
      /** SHA-256 of its lines, each with its line break, in hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Where an export goes. */
export type ExportSink = {
  /** One row of the table in hand, as JSON without a line break. */
  write(table: string, line: string): Promise<void>;
  finish(manifest: Manifest): Promise<void>;
};

/** Where an import comes from; may be read several times. */
export type ExportSource = {
  readManifest(): Promise<unknown>;
  /** Every row in the order in which it was written, tables one after another. */
  lines(): AsyncIterable<{ table: string; line: string }>;
};

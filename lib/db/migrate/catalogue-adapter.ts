import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg, { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';

const charType = 18;
const uuidType = 2950;

/**
 * Prisma's adapter, able to describe a database. PostgreSQL's catalogue has columns of the one-byte type "char",
 * which the engine asks for and @prisma/adapter-pg 7.10 refuses ("Column type 'char' could not be deserialized").
 * The adapter gives no room for another type, so such columns are announced to it as uuid, a type that no
 * catalogue column has, and what it then calls uuid is handed to the engine as a character.
 */
export function catalogueAdapter(pool: Pool): PrismaPg {
  pool.on('connect', announceCharAsUuid);
  return new CatalogueAdapter(pool);
}

class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

const rowDescription = z.object({ fields: z.array(z.object({ dataTypeID: z.number() })) });

function announceCharAsUuid(client: PoolClient): void {
  if (!(client instanceof pg.Client)) return;
  client.connection.on('rowDescription', (message: unknown) => {
    if (!rowDescription.safeParse(message).success) return;
    // Checked just above; the driver goes on with these very objects, which zod's copy would not reach.
    const { fields } = message as z.infer<typeof rowDescription>;
    for (const field of fields) if (field.dataTypeID === charType) field.dataTypeID = uuidType;
  });
}

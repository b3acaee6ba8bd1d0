import { defineConfig } from 'prisma/config';

// The database address is given at run time through the driver adapter, so none is named here.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
});

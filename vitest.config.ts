import { defineConfig } from 'vitest/config';

// P17: what reckons with time must give the same answers wherever the server stands.
const timeRooms = ['lib/scheduling', 'lib/conversation', 'lib/i18n', 'lib/kernel'];
const outside = ['**/node_modules/**', '**/.next/**', '**/dist/**', '**/.neram/**', 'e2e/**'];

export default defineConfig({
  test: {
    // Two cores are what the smallest machine that runs these has.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Pure logic: reading the same modules anew for each file took half of the time.
          isolate: false,
          include: ['{lib,app,components,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.int.test.ts'],
          env: { TZ: 'UTC' },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'unit-new-york',
          isolate: false,
          include: timeRooms.map((room) => `${room}/**/*.test.ts`),
          exclude: [...outside, '**/*.int.test.ts'],
          env: { TZ: 'America/New_York' },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{lib,app,scripts}/**/*.int.test.ts'],
          exclude: outside,
          env: { TZ: 'UTC' },
          globalSetup: ['lib/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Minutes long and alone on the machine: run last, and by name.
          name: 'clean-machine',
          include: ['e2e/**/*.clone-test.ts'],
        },
      },
    ],
  },
});

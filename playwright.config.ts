import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Playwright reads this file in every one of its processes; the first one chooses, the others inherit.
process.env['NERAM_E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const url = `http://127.0.0.1:${process.env['NERAM_E2E_PORT']}`;

const browser = [process.env['PLAYWRIGHT_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file !== undefined && existsSync(file),
);

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  // One stack and two cores: more browsers would only wait for each other.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    timezoneId: 'Asia/Tokyo',
    // Without the film: recording it costs more processor time than the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // Chromium's sandbox needs privileges that root in a container does not have.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: 'node scripts/run.mjs e2e-stack',
    url: `${url}/api/health/ready`,
    timeout: 600_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvError, parseEnv } from './env';
import { variables } from './env-variables';

const secret = Buffer.alloc(32, 7).toString('base64');

const problemsOf = (source: Record<string, string>): string[] => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

test('nothing set gives a working configuration with the embedded database and the simulator', () => {
  const env = parseEnv({});
  expect(env).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    simulator: true,
  });
  expect(env.DATABASE_URL).toBeUndefined();
  expect(env.whatsapp).toBeNull();
});

test('an empty variable counts as absent', () => {
  expect(parseEnv({ PORT: '', NERAM_SIMULATOR: '', NERAM_SECRET: '' }).PORT).toBe(3000);
});

test('every bad variable is named at once, and only those', () => {
  const problems = problemsOf({
    PORT: '99999',
    NERAM_SIMULATOR: 'maybe',
    NERAM_SECRET: 'short',
    NERAM_PUBLIC_URL: 'example.com',
    DATABASE_URL: 'mysql://localhost/x',
    LOG_LEVEL: 'loud',
    WHATSAPP_API_VERSION: '26',
  });
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'NERAM_PUBLIC_URL',
    'NERAM_SECRET',
    'NERAM_SIMULATOR',
    'PORT',
    'WHATSAPP_API_VERSION',
  ]);
});

test.each(['0', '-1', '3000.5', ' 3000', 'abc', '70000'])('port %j is refused', (PORT) => {
  expect(problemsOf({ PORT })).toEqual(['PORT: must be a port number, 1 to 65535']);
});

test('a secret is never repeated in a message', () => {
  expect(problemsOf({ NERAM_SECRET: 'my-own-words', DATABASE_URL: 'x://u:pw@h' }).join()).not.toMatch(
    /my-own|pw/,
  );
});

test('in production a given database needs a given secret', () => {
  const given = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://u:p@h/d' };
  expect(problemsOf(given)).toHaveLength(1);
  expect(parseEnv({ ...given, NERAM_SECRET: secret }).simulator).toBe(false);
});

test('half a set of credentials names what is missing', () => {
  expect(problemsOf({ WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_ACCESS_TOKEN: 'x' }).join('\n')).toMatch(
    /WHATSAPP_APP_SECRET: is required.*\nWHATSAPP_VERIFY_TOKEN: is required/,
  );
});

test('the example file lists the same variables, with the defaults that apply without it', () => {
  const lines = readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const example = Object.fromEntries(
    lines.map((line) => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]),
  );
  expect(Object.keys(example).sort()).toEqual(Object.keys(variables).sort());
  expect(parseEnv(example)).toEqual(parseEnv({}));
});

test('a way past the pooler makes sense only beside the way through it', () => {
  expect(problemsOf({ DATABASE_DIRECT_URL: 'postgresql://localhost/neram' })).toEqual([
    'DATABASE_URL: is required because DATABASE_DIRECT_URL is set',
  ]);
});

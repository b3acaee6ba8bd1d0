/**
 * Whether a migration says of itself that the version before it runs on it: `<timestamp>_expand_<what>`. It says so in its
 * name, since that is all an older copy can read of it in the database.
 */
export const isExpand = (name: string): boolean => /^\d{14}_expand_[a-z0-9_]+$/.test(name);

/** Whether a migration is marked as either; from `markedSince` on every one has to be. */
export const isMarked = (name: string): boolean =>
  isExpand(name) || /^\d{14}_contract_[a-z0-9_]+$/.test(name);

/** Migrations before it were written before there was anything to upgrade from. */
export const markedSince = '20261201000000';

/**
 * What in a migration's SQL an older version would trip over, a line each; none for one that only adds what it can do without:
 * tables, columns that may be absent, indexes, and rules about those alone.
 */
export function expandBreaches(sql: string): string[] {
  const statements = statementsOf(sql);
  const added = new Set<string>();
  for (const statement of statements) {
    const table = match(statement, /^CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/i);
    if (table) added.add(table);
    const altered = match(statement, alterTable);
    for (const clause of altered ? clausesOf(statement) : []) {
      const column = match(clause, /^ADD COLUMN (?:IF NOT EXISTS )?"?(\w+)"?/i);
      if (column) added.add(`${altered ?? ''}.${column}`);
    }
  }
  return statements.flatMap((statement) => breachesOf(statement, added));
}

const alterTable = /^ALTER TABLE (?:ONLY )?"?(\w+)"?/i;

const match = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;

/** Without comments, each on one line. */
const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');

/** The clauses of an ALTER TABLE: what commas outside of brackets divide. */
function clausesOf(statement: string): string[] {
  const clauses = [''];
  let depth = 0;
  for (const letter of statement.replace(alterTable, '')) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) clauses.push('');
    else clauses.push(`${clauses.pop() ?? ''}${letter}`);
  }
  return clauses.map((clause) => clause.trim());
}

function breachesOf(statement: string, added: ReadonlySet<string>): string[] {
  if (/^(CREATE TABLE|CREATE EXTENSION|COMMENT ON) /i.test(statement)) return [];
  const unique = match(statement, /^CREATE UNIQUE INDEX .*? ON "?(\w+)"?/i);
  if (unique !== null) return added.has(unique) ? [] : [`${statement}: old rows or old writers may break it`];
  if (/^CREATE INDEX /i.test(statement)) return [];
  const table = match(statement, alterTable);
  if (table === null) return [`${statement}: not a way of adding`];
  if (added.has(table)) return [];
  return clausesOf(statement).flatMap((clause) => {
    const why = clauseBreach(clause, table, added);
    return why === null ? [] : [`ALTER TABLE ${table} ${clause}: ${why}`];
  });
}

function clauseBreach(clause: string, table: string, added: ReadonlySet<string>): string | null {
  if (/^ADD COLUMN /i.test(clause))
    return /\bNOT NULL\b/i.test(clause) && !/\bDEFAULT\b|\bGENERATED\b/i.test(clause)
      ? 'the older version writes rows without it: give it a default'
      : null;
  if (/^ALTER COLUMN "?\w+"? SET DEFAULT /i.test(clause)) return null;
  if (/^ADD CONSTRAINT "?\w+"? (CHECK|FOREIGN KEY) ?\(/i.test(clause)) {
    // What is referred to need not be new; what is bound by it must be, in part: a row without it is bound by nothing.
    const bound = /FOREIGN KEY/i.test(clause) ? clause.replace(/ REFERENCES .*/i, '') : clause;
    const columns = [...bound.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '');
    return columns.some((column) => added.has(`${table}.${column}`))
      ? null
      : 'the older version may write rows that break it';
  }
  return 'not a way of adding';
}

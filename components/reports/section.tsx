import type { ReactNode } from 'react';

/** One part of the report: what it is about, and the picture. */
export const Section = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="flex min-w-0 flex-col gap-3 border-t border-hairline pt-5">
    <header>
      <h2 className="text-base font-semibold">{title}</h2>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
    </header>
    {children}
  </section>
);

/** The numbers behind a picture. */
export const TableBehind = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="text-sm">
    <summary className="min-h-11 cursor-pointer py-2.5 text-muted md:min-h-8 md:py-1">{label}</summary>
    {children}
  </details>
);

type Column<Row> = { head: string; cell: (row: Row) => ReactNode; number?: boolean };

/** What may be wider than a phone: it scrolls by itself, by keyboard too. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
    {children}
  </div>
);

/** A plain table; numbers stand right-aligned. */
export const DataTable = <Row,>({
  columns,
  rows,
  keyOf,
  caption,
}: {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  caption: string;
}) => (
  <Scroll label={caption}>
    <table className="w-full min-w-80 border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-hairline text-left text-xs text-muted">
          {columns.map((column) => (
            <th
              key={column.head}
              scope="col"
              className={`py-2 pr-4 font-normal last:pr-0 ${column.number ? 'text-right' : ''}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="border-b border-hairline">
            {columns.map((column) => (
              <td key={column.head} className={`py-2 pr-4 last:pr-0 ${column.number ? 'text-right' : ''}`}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

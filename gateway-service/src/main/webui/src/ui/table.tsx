import type { Key, ReactNode } from 'react';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  isNumber?: boolean;
  /**
   * Where it stands on a phone, which shows each row as a block: first, at the end of the first line, on a line of its own, or
   * in small print below, with its title or without.
   */
  place: 'first' | 'end' | 'line' | 'print' | 'titled';
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => Key;
  className?: string;
}

/** A table; on a phone the rows below one another, which are still a table to who hears it: the roles say so. */
export function Table<T>({ label, columns, rows, keyOf, className = '' }: Props<T>) {
  return (
    <div className={`scroll ${className}`} tabIndex={0} role="region" aria-label={label}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" role="columnheader" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ title, cell, isNumber, place }) => (
                <td
                  key={title}
                  role="cell"
                  className={isNumber ? `number ${place}` : place}
                  data-title={place === 'titled' ? title : undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

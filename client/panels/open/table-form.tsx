import type { TableMapping } from '../../../server/core/reading/table/mapping.ts';
import type { ReadTable } from '../../../server/core/reading/table/read-tables.ts';
import { type Kind, ROLES, type Role, roleOf, withKind, withRole } from '../../state/opened/roles.ts';

const KINDS: Readonly<Record<Kind, string>> = {
  edges: 'A row is an edge',
  nodes: 'A row is a node',
  matrix: 'A matrix: a cell is an edge',
};
/** So many columns are shown; a wider table is most often a matrix. */
const SHOWN = 40;

interface TableFormProps {
  table: ReadTable;
  change: (mapping: TableMapping) => void;
}

/** What the columns of a table are taken for, with its first rows, to be corrected. */
export function TableForm({ table, change }: TableFormProps) {
  const { name, columns, rows, mapping } = table;
  const shown = columns.slice(0, SHOWN);
  const roles: Readonly<Partial<Record<Role, string>>> = ROLES[mapping.kind];
  return (
    <section className="open-file-table" aria-label={`Columns of ${name}`}>
      <label className="open-file-kind">
        <span>{name}</span>
        <select
          value={mapping.kind}
          onChange={(event) => change(withKind(mapping, event.target.value as Kind, columns))}
        >
          {Object.entries(KINDS).map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what is wider than the dialog. */}
      <section className="open-file-rows" tabIndex={0} aria-label={`First rows of ${name}`}>
        <table>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column} scope="col">
                  {column || '(no name)'}
                  {mapping.kind !== 'matrix' && (
                    <select
                      aria-label={`${column || 'The column without a name'} is`}
                      value={roleOf(mapping, column)}
                      onChange={(event) => change(withRole(mapping, column, event.target.value as Role))}
                    >
                      {Object.entries(roles).map(([role, title]) => (
                        <option key={role} value={role}>
                          {title}
                        </option>
                      ))}
                    </select>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never move.
              <tr key={at}>
                {shown.map((column, place) => (
                  <td key={column}>{shorten(cells[place] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {columns.length > SHOWN && (
        <p className="muted">
          The first {SHOWN} of {columns.length} columns.
        </p>
      )}
    </section>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

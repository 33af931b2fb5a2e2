import type { Database } from 'sql.js';
import type { Properties } from '../../model/graph.ts';
import { refusal } from '../faults.ts';
import type { FileFormat, ReadableFile } from '../format.ts';
import type { NetworkBuilder } from '../network.ts';
import { clean, setProperty } from '../values/property.ts';
import { byId, type Row, rowsOf } from './tables.ts';

/** Projects of Discourse Network Analyzer 3: who agrees or disagrees with which concept, where, and by which words. */
export const dna: FileFormat = {
  id: 'dna',
  title: 'Discourse Network Analyzer 3',
  extensions: ['dna'],
  detect: ({ head }) => head.startsWith('SQLite format 3\0'),
  read: async (file, { builder }) => {
    // With its WebAssembly within, so that it works in a page as well; fetched only for such a file.
    const { default: openSqlite } = await import('sql.js/dist/sql-wasm-inline.js');
    const { Database: SqliteFile } = await openSqlite();
    const database = new SqliteFile(file.bytes);
    try {
      new DnaReader(database, file, builder).read();
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'EntenteError') throw cause;
      throw refusal(
        file.name,
        `cannot be read as SQLite (${cause instanceof Error ? cause.message : cause}); copy it again.`,
        cause,
      );
    } finally {
      database.close();
    }
  },
};

/** Variables by their usual names in DNA, the first that a statement has. */
const ACTORS = ['organization', 'organisation', 'actor', 'person'];
const ISSUES = ['concept', 'issue', 'category'];

interface Statement {
  row: Row;
  /** By the name of a variable: an entity for short texts, else a value. */
  values: Map<string, { entity?: Row; value: string | number; type: string }>;
}

class DnaReader {
  readonly #file: ReadableFile;
  readonly #builder: NetworkBuilder;
  readonly #rows: (table: string) => Row[];
  readonly #attributes = new Map<number, Properties>();

  constructor(database: Database, file: ReadableFile, builder: NetworkBuilder) {
    this.#file = file;
    this.#builder = builder;
    this.#rows = (table) => rowsOf(database, table, file.name);
  }

  read(): void {
    this.#readAttributes();
    const documents = byId(this.#rows('DOCUMENTS'));
    const coders = byId(this.#rows('CODERS'));
    const statements = this.#statements();
    for (const [id, row] of documents) this.#document(id, row, coders);
    for (const statement of statements) this.#edge(statement, documents, coders);
  }

  #readAttributes(): void {
    const names = byId(this.#rows('ATTRIBUTEVARIABLES'));
    for (const { EntityId, AttributeVariableId, AttributeValue } of this.#rows('ATTRIBUTEVALUES')) {
      const name = text(names.get(Number(AttributeVariableId))?.AttributeVariable);
      if (name === '' || text(AttributeValue) === '') continue;
      const properties = this.#attributes.get(Number(EntityId)) ?? {};
      setProperty(properties, name.toLowerCase(), text(AttributeValue));
      this.#attributes.set(Number(EntityId), properties);
    }
  }

  #statements(): Statement[] {
    const variables = byId(this.#rows('VARIABLES'));
    const entities = byId(this.#rows('ENTITIES'));
    const statements = new Map<number, Statement>();
    for (const row of this.#rows('STATEMENTS')) statements.set(Number(row.ID), { row, values: new Map() });
    for (const table of ['DATASHORTTEXT', 'DATABOOLEAN', 'DATAINTEGER', 'DATALONGTEXT'])
      for (const { StatementId, VariableId, Entity, Value } of this.#rows(table)) {
        const variable = variables.get(Number(VariableId));
        const entity = table === 'DATASHORTTEXT' ? entities.get(Number(Entity)) : undefined;
        const value = entity ? text(entity.Value) : (Value ?? '');
        statements.get(Number(StatementId))?.values.set(text(variable?.Variable), {
          value,
          type: text(variable?.DataType),
          ...(entity && { entity }),
        });
      }
    return [...statements.values()];
  }

  #document(id: number, row: Row, coders: ReadonlyMap<number, Row>): void {
    const properties: Properties = { name: text(row.Title), title: text(row.Title), text: text(row.Text) };
    const date = day(row.Date);
    if (date !== undefined) properties.published = date;
    for (const name of ['Author', 'Source', 'Section', 'Notes', 'Type'])
      if (text(row[name]) !== '')
        properties[name === 'Source' ? 'publisher' : name.toLowerCase()] = text(row[name]);
    const coder = text(coders.get(Number(row.Coder))?.Name);
    if (coder !== '') properties.coder = coder;
    this.#builder.declare(`document ${id}`, properties, ['Source'], `${this.#file.name}: document ${id}`);
  }

  #edge(
    { row, values }: Statement,
    documents: ReadonlyMap<number, Row>,
    coders: ReadonlyMap<number, Row>,
  ): void {
    const where = `${this.#file.name}: statement ${row.ID}`;
    const texts = [...values].filter(([, { entity, value }]) => entity && value !== '').map(([name]) => name);
    const issue = ISSUES.find((name) => texts.includes(name)) ?? texts.at(-1);
    const actor = ACTORS.find((name) => texts.includes(name)) ?? texts.find((name) => name !== issue);
    if (actor === undefined || issue === undefined || actor === issue) {
      this.#builder.skipEdge(
        where,
        'names no actor and no concept; it is left out.',
        'statement without actor or concept',
      );
      return;
    }
    const [source, target] = [this.#entity(actor, values, actor), this.#entity(issue, values, 'issue')];
    const document = documents.get(Number(row.DocumentId));
    const properties: Properties = { id: `statement ${row.ID}` };
    const agreement = [...values].find(([, { type }]) => type === 'boolean');
    if (agreement) properties.sign = Number(agreement[1].value) === 0 ? -1 : 1;
    const date = day(document?.Date);
    if (date !== undefined) properties.statedOn = date;
    // DNA counts characters from 0; the place stays beside the words, to find them again.
    properties.quotation = text(document?.Text).slice(Number(row.Start), Number(row.Stop));
    Object.assign(properties, { quotationStart: Number(row.Start), quotationEnd: Number(row.Stop) });
    properties.source = `document ${row.DocumentId}`;
    const coder = text(coders.get(Number(row.Coder))?.Name);
    if (coder !== '') properties.coder = coder;
    for (const [name, { value, type }] of values)
      if (![actor, issue, agreement?.[0]].includes(name) && value !== '' && name !== '')
        setProperty(
          properties,
          name,
          type === 'boolean' ? value === 1 : typeof value === 'string' ? clean(value) : value,
        );
    this.#builder.edge({ source, target, directed: true, properties }, where);
  }

  /** The node of an entity; its kind stands before a name that one of another kind has as well. */
  #entity(variable: string, values: Statement['values'], kind: string): string {
    const { entity, value = '' } = values.get(variable) ?? {};
    const label = kind === 'issue' ? 'Issue' : kind === 'person' ? 'Person' : 'Organisation';
    const labels = label === 'Issue' ? [label] : ['Actor', label];
    const name = String(value);
    const before = this.#builder.nodes.get(name);
    const key = before && !before.labels.includes(label) ? `${variable}: ${name}` : name;
    const node = this.#builder.touch(key);
    if (node.properties.name === undefined) {
      node.labels = labels;
      Object.assign(node.properties, { name }, this.#attributes.get(Number(entity?.ID)));
    }
    return key;
  }
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : clean(String(value));
}

/** The day of a time in seconds since 1970. */
function day(seconds: unknown): string | undefined {
  const date = new Date(Number(seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

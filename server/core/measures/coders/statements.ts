/** One statement as a coder coded it. */
export interface CodedStatement {
  id: string;
  /** The document that it stands in, by whatever both coders call it. */
  source: string;
  /** The paragraph of the document; empty where it is not known. */
  paragraph: string;
  /** The words of the document that it was read from; empty where they are not known. */
  quotation: string;
  /** Where they begin and end in the document, in characters. */
  span?: readonly [start: number, end: number];
  /** As they are compared. */
  values: Readonly<Record<CodedVariable, string>>;
  /** As they were written. */
  shown: Readonly<Record<CodedVariable, string>>;
}

/** What coders are compared by. */
export const CODED_VARIABLES = ['actor', 'issue', 'type', 'sign', 'modality'] as const;
export type CodedVariable = (typeof CODED_VARIABLES)[number];

/** A network of which each edge is a statement, as files of others and data sets give it. */
export interface CodedNetwork {
  nodes: readonly { id: string; properties: Readonly<Record<string, unknown>> }[];
  edges: readonly {
    id: string;
    type: string;
    from: string;
    to: string;
    properties: Readonly<Record<string, unknown>>;
  }[];
}

const NOT_STATED = '(not stated)';

/**
 * The statements of a network. Actors, issues and documents are known by their names, as the ids of two coders' files
 * need not agree; case, accents and blanks make no difference.
 * @param coder only those coded by who is called so, where edges say who coded them
 */
export function statementsOf(network: CodedNetwork, coder?: string): CodedStatement[] {
  const names = new Map(network.nodes.map(({ id, properties }) => [id, nameOf(properties, id)]));
  const nameBy = (id: string) => names.get(id) ?? id;
  return network.edges
    .filter(({ properties }) => coder === undefined || properties.coder === coder)
    .map(({ id, type, from, to, properties }) => {
      const text = (name: string) => (properties[name] === undefined ? '' : String(properties[name]));
      const [start, end] = [Number(properties.quotationStart), Number(properties.quotationEnd)];
      const actor = nameBy(from);
      const issue = nameBy(to);
      const kinds = { type, sign: signInWords(text('sign')), modality: text('modality') || NOT_STATED };
      return {
        ...{ id, source: plain(nameBy(text('source'))), paragraph: text('paragraph') },
        quotation: text('quotation'),
        ...(end > start && { span: [start, end] as const }),
        values: { actor: plain(actor), issue: plain(issue), ...kinds },
        shown: { actor, issue, ...kinds },
      };
    });
}

function signInWords(sign: string): string {
  return { '1': 'support', '-1': 'opposition', '0': 'neutral', '': 'neutral' }[sign] ?? sign;
}

function nameOf(properties: Readonly<Record<string, unknown>>, id: string): string {
  return String(properties.name ?? properties.title ?? id);
}

/** A name as it is compared: without case, accents and double blanks. */
export function plain(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

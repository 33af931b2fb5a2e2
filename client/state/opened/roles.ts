import type { TableMapping } from '../../../server/core/reading/table/mapping.ts';

/** What a column of a table may be taken for, by the kind of table. */
export const ROLES = {
  edges: {
    source: 'From',
    target: 'To',
    type: 'Relationship type',
    sign: 'Support or opposition',
    weight: 'Weight',
    since: 'Since',
    until: 'Until',
    statedOn: 'Said on',
    id: 'Id',
    directed: 'Directed or not',
    claim: 'Claim',
    quotation: 'Quotation',
    evidence: 'Source',
    paragraph: 'Paragraph',
    assertedBy: 'Said by',
    property: 'Property',
    ignore: 'Left out',
  },
  nodes: {
    id: 'Id',
    name: 'Name',
    labels: 'Labels',
    aliases: 'Aliases',
    latest: 'Year: the last counts',
    property: 'Property',
    ignore: 'Left out',
  },
  matrix: {},
} as const;

export type Kind = TableMapping['kind'];
export type Role = keyof (typeof ROLES)['edges'] | keyof (typeof ROLES)['nodes'];

const EVIDENCE = { claim: 'claim', quotation: 'quotation', evidence: 'source' } as const;
const MORE_EVIDENCE = { paragraph: 'paragraph', assertedBy: 'assertedBy' } as const;
const EVIDENCE_FIELDS = { ...EVIDENCE, ...MORE_EVIDENCE };
const PLAIN = [
  ...['weight', 'since', 'until', 'statedOn', 'id'],
  ...['name', 'labels', 'aliases', 'latest'],
] as const;

/** What a mapping takes a column for. */
export function roleOf(mapping: TableMapping, column: string): Role {
  const { source, target, type, sign, directed, evidence, ignore } = mapping;
  if (source?.column === column) return 'source';
  if (target?.column === column) return 'target';
  if (type?.column === column) return 'type';
  if (sign?.column === column) return 'sign';
  if (typeof directed === 'object' && directed.column === column) return 'directed';
  for (const [role, field] of Object.entries(EVIDENCE_FIELDS))
    if (evidence?.[field] === column) return role as Role;
  for (const field of PLAIN) if (mapping[field as 'id'] === column) return field as Role;
  return ignore?.includes(column) ? 'ignore' : 'property';
}

/** A mapping that takes a column for something else; whichever had that part before becomes a property. */
export function withRole(mapping: TableMapping, column: string, role: Role): TableMapping {
  const free = without(mapping, column);
  const label = (end: TableMapping['source']) => (end?.label === undefined ? {} : { label: end.label });
  switch (role) {
    case 'property':
      return free;
    case 'ignore':
      return { ...free, ignore: [...(free.ignore ?? []), column] };
    case 'source':
    case 'target':
      return { ...free, [role]: { ...label(mapping[role]), column } };
    case 'type':
    case 'sign':
    case 'directed':
      return { ...free, [role]: { column } };
    default:
      return role in EVIDENCE_FIELDS
        ? {
            ...free,
            evidence: { ...free.evidence, [EVIDENCE_FIELDS[role as keyof typeof EVIDENCE_FIELDS]]: column },
          }
        : { ...free, [role]: column };
  }
}

/** A mapping in which a column is a property of its own. */
function without(mapping: TableMapping, column: string): TableMapping {
  const role = roleOf(mapping, column);
  const { [(role in EVIDENCE_FIELDS ? 'evidence' : role) as 'id']: _, ...rest } = mapping;
  if (role === 'property') return mapping;
  if (role === 'ignore') {
    const ignore = (mapping.ignore ?? []).filter((each) => each !== column);
    return { ...rest, ...(ignore.length > 0 && { ignore }) };
  }
  if (role in EVIDENCE_FIELDS) {
    const field = EVIDENCE_FIELDS[role as keyof typeof EVIDENCE_FIELDS];
    const { [field]: __, ...evidence } = mapping.evidence ?? {};
    return { ...rest, ...(Object.keys(evidence).length > 0 && { evidence }) };
  }
  return rest;
}

/** The mapping of a table of another kind, of which the columns are still to be told. */
export function withKind(mapping: TableMapping, kind: Kind, columns: readonly string[]): TableMapping {
  const [first = '', second = first] = columns;
  if (kind === mapping.kind) return mapping;
  if (kind === 'matrix') return { kind };
  return kind === 'nodes'
    ? { kind, id: first }
    : { kind, source: { column: first }, target: { column: second } };
}

/** What is missing before a table can be read so; undefined where nothing is. */
export function lacking({ kind, source, target, id, name }: TableMapping): string | undefined {
  if (kind === 'edges' && !(source && target)) return 'Choose a column for From and one for To.';
  if (kind === 'nodes' && !(id ?? name)) return 'Choose a column for Id or Name.';
  return undefined;
}

import type { GraphEdge } from '../../server/core/model/graph.ts';
import { escaped } from '../../server/core/svg/markup.ts';
import type { Taken, TakenStep } from '../../server/core/take-away/taken.ts';
import { captionMarkup } from '../../server/core/words/caption-markup.ts';
import { EVIDENCE_FIELDS, evidenceTerm } from '../../server/core/words/edge-words.ts';
import { EXPECTED, isCoded, NOT_STATED } from '../../server/core/words/not-stated.ts';
import { dateInWords, edgeClause } from '../../server/core/words/words.ts';

/** What a node or edge is called. */
function nameOf({ graph, names }: Taken, key: string): string {
  const node = graph.nodes.find((each) => each.key === key);
  return node?.attributes.caption ?? (Object.hasOwn(names, key) ? (names[key] ?? key) : key);
}

function sentenceOf(taken: Taken, { source, target, attributes }: GraphEdge): string {
  return edgeClause(nameOf(taken, source), attributes.type, nameOf(taken, target));
}

/** A node or edge with all that is known of it, as markup; everything from data is text. */
export function detailsMarkup(taken: Taken, step: TakenStep, key: string): string {
  const edge = taken.graph.edges.find((each) => each.key === key);
  if (edge) return edgeMarkup(taken, edge);
  const node = taken.graph.nodes.find((each) => each.key === key);
  if (!node) return '';
  const { summary } = node.attributes.properties;
  const shown = new Set(step.edges);
  const edges = taken.graph.edges.filter(
    (each) => shown.has(each.key) && (each.source === key || each.target === key),
  );
  return (
    `<h2 dir="auto">${escaped(node.attributes.caption)}</h2>` +
    `<p class="note">${escaped(node.attributes.labels.join(', '))}</p>` +
    (typeof summary === 'string' ? `<p dir="auto">${escaped(summary)}</p>` : '') +
    listMarkup(taken, edges)
  );
}

function edgeMarkup(taken: Taken, edge: GraphEdge): string {
  const { properties } = edge.attributes;
  const rows = EVIDENCE_FIELDS.flatMap((name) => {
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number')
      return isCoded(properties) && EXPECTED.includes(name)
        ? [`<dt>${evidenceTerm(name, properties)}</dt><dd>${NOT_STATED}</dd>`]
        : [];
    const told = ['assertedBy', 'source'].includes(name)
      ? nameOf(taken, String(value))
      : dateInWords(String(value));
    return [`<dt>${evidenceTerm(name, properties)}</dt><dd>${escaped(told)}</dd>`];
  });
  const claim = typeof properties.claim === 'string' ? `<p dir="auto">${escaped(properties.claim)}</p>` : '';
  return `<h2>${escaped(sentenceOf(taken, edge))}</h2>${claim}<dl>${rows.join('')}</dl>`;
}

/** Relations as buttons, each of which opens its evidence. */
function listMarkup(taken: Taken, edges: readonly GraphEdge[]): string {
  const items = edges.map(
    (edge) =>
      `<li><button type="button" data-open="${escaped(edge.key)}">${escaped(sentenceOf(taken, edge))}</button></li>`,
  );
  return `<ul class="relations">${items.join('')}</ul>`;
}

/** A step in words: its caption, then all it shows, as an equivalent of its picture. */
export function stepMarkup(taken: Taken, step: TakenStep): string {
  const shown = new Set(step.edges);
  const edges = taken.graph.edges.filter(({ key }) => shown.has(key));
  const inEdges = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const alone = step.nodes.filter((key) => !inEdges.has(key)).map((key) => nameOf(taken, key));
  return (
    (step.title ? `<h2 dir="auto">${escaped(step.title)}</h2>` : '') +
    captionMarkup(step.caption) +
    `<details><summary>In words: ${edges.length} edge${edges.length === 1 ? '' : 's'}</summary>${listMarkup(taken, edges)}` +
    (alone.length > 0 ? `<p class="note">Without any: ${escaped(alone.join(', '))}</p>` : '') +
    '</details>'
  );
}

import type { EdgeAnswer, NodeAnswer } from '../../../server/core/contract/answers.ts';
import { change } from '../../../server/core/view/change.ts';
import { evidenceTerm } from '../../../server/core/words/edge-words.ts';
import { amount, dateInWords, edgeClause } from '../../../server/core/words/words.ts';
import { safeAddress } from '../../state/selection/addresses.ts';
import { writtenOf } from '../../state/selection/evidence.ts';
import type { Close, ExplorerState, ExplorerStore } from '../../state/store.ts';
import { isSelectedByStep } from '../../state/stories/story-step.ts';
import { element } from './element.ts';

/** Shows what the one selected node or edge is, with its evidence, as text alone; closes on Escape. */
export function showCard(card: HTMLElement, store: ExplorerStore): Close {
  const close = () => store.setState(({ view }) => ({ view: change(view, { select: undefined }) }));
  let last: readonly unknown[] = [];
  const show = () => {
    const { node, edge, view } = store.getState();
    if (node === last[0] && edge === last[1] && view.select === last[2]) return;
    last = [node, edge, view.select];
    const content = contentOf(store.getState());
    card.hidden = content.length === 0;
    if (card.hidden) return card.replaceChildren();
    const button = element('button', { type: 'button', class: 'close', 'aria-label': 'Close details' }, '×');
    button.addEventListener('click', close);
    card.replaceChildren(button, ...content);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  card.addEventListener('keydown', onKey);
  show();
  const unsubscribe = store.subscribe(show);
  return () => {
    unsubscribe();
    card.removeEventListener('keydown', onKey);
  };
}

function contentOf(state: ExplorerState): HTMLElement[] {
  const { node, edge, view } = state;
  // What a step of a story selects is told by its caption.
  if (view.select?.length !== 1 || (view.story !== undefined && isSelectedByStep(state))) return [];
  if (edge.state === 'ready') return edgeContent(edge.value);
  if (node.state === 'ready') return nodeContent(node.value);
  if (edge.state === 'failed' || node.state === 'failed')
    return [
      element('p', {}, edge.state === 'failed' ? edge.message : node.state === 'failed' ? node.message : ''),
    ];
  return [];
}

function nodeContent({ node, edgeCounts }: NodeAnswer): HTMLElement[] {
  const { caption, labels, properties } = node.attributes;
  const { summary } = properties;
  const relations = edgeCounts.reduce((sum, { count }) => sum + count, 0);
  return [
    element('h2', { dir: 'auto' }, caption),
    element(
      'p',
      { class: 'muted' },
      [labels.join(', '), amount(relations, 'edge')].filter(Boolean).join(' · '),
    ),
    ...(typeof summary === 'string' ? [element('p', { dir: 'auto' }, summary)] : []),
  ];
}

type Fact = readonly [term: string, told: string];

/** What an edge rests on, as far as it says so, whatever kind of value a database holds it in. */
export function factsOf({ edge, source, assertedBy }: EdgeAnswer): Fact[] {
  const said = (name: string) => writtenOf(edge.attributes.properties[name]) ?? '';
  const term = (field: Parameters<typeof evidenceTerm>[0]) => evidenceTerm(field, edge.attributes.properties);
  const paragraph = said('paragraph') && `paragraph ${said('paragraph')}`;
  const facts: Fact[] = [
    [term('assertedBy'), assertedBy?.attributes.caption ?? said('assertedBy')],
    [term('modality'), said('modality')],
    [term('confidence'), said('confidence')],
    ...(['since', 'until', 'statedOn'] as const).map((name): Fact => [term(name), dateInWords(said(name))]),
    [term('source'), [source?.attributes.caption ?? said('source'), paragraph].filter(Boolean).join(', ')],
  ];
  return facts.filter(([, told]) => told !== '');
}

function edgeContent(answer: EdgeAnswer): HTMLElement[] {
  const { edge, from, to, source } = answer;
  const { type, properties } = edge.attributes;
  const claim = writtenOf(properties.claim);
  const url = source?.attributes.properties.url;
  const address = typeof url === 'string' ? safeAddress(url) : undefined;
  return [
    element('h2', { dir: 'auto' }, edgeClause(from.attributes.caption, type, to.attributes.caption)),
    ...(claim ? [element('blockquote', { dir: 'auto' }, claim)] : []),
    element(
      'dl',
      {},
      ...factsOf(answer).flatMap(([term, told]) => [
        element('dt', {}, term),
        element('dd', { dir: 'auto' }, told),
      ]),
    ),
    ...(address
      ? [
          element(
            'a',
            { href: address, target: '_blank', rel: 'noopener noreferrer' },
            'Read the source (opens in a new tab)',
          ),
        ]
      : []),
  ];
}

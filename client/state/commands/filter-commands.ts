import type { GraphSchema } from '../../../server/core/contract/schema.ts';
import { GENERAL_LABELS } from '../../../server/core/model/style.ts';
import { labelInWords, typeAsTitle } from '../../../server/core/words/words.ts';
import { type Facet, passes } from '../link/view-changes.ts';
import type { ExplorerState } from '../store.ts';
import type { Command, CommandWorld } from './command.ts';

/** A facet's values that the data knows, with what they are called. */
function valuesOf(schema: GraphSchema): Record<Facet, (readonly [value: string, title: string])[]> {
  const plain = (values: readonly { value: string }[]) =>
    values.map(({ value }) => [value, `“${value}”`] as const);
  return {
    label: schema.labels
      .filter(({ label }) => !GENERAL_LABELS.includes(label))
      .map(({ label }) => [label, labelInWords(label)]),
    type: schema.relationshipTypes.map(({ type }) => [type, `“${typeAsTitle(type)}”`]),
    modality: plain(schema.modalities),
    confidence: plain(schema.confidences),
    source: schema.sources.map(({ key, caption }) => [key, caption]),
  };
}

/** For every value of every facet: to show it alone, and to take it out or bring it back. */
export function filterCommands({ actions }: CommandWorld, { schema, view }: ExplorerState): Command[] {
  if (schema.state !== 'ready') return [];
  return Object.entries(valuesOf(schema.value)).flatMap(([name, values]) => {
    const facet = name as Facet;
    const all = values.map(([value]) => value);
    return values.flatMap(([value, title]): Command[] => [
      {
        id: `only-${facet}-${value}`,
        group: 'What is shown',
        title: `Filter: only ${title}`,
        isAvailable: () => all.length > 1 && view[facet]?.join() !== value,
        run: () => actions.setFacet(facet, [value]),
      },
      {
        id: `toggle-${facet}-${value}`,
        group: 'What is shown',
        title: `Filter: ${passes(view, facet, value) ? 'leave out' : 'bring back'} ${title}`,
        isAvailable: () => all.length > 1,
        run: () => actions.toggleFacet(facet, value, all),
      },
    ]);
  });
}

import { amount } from '../server/core/words/words.ts';
import type { DataSet } from './data-set.ts';
import { isEmpty, type Plan } from './plan.ts';

/** What loading changed, or would change, for a person to read. */
export function summarise(dataSet: Pick<DataSet, 'id' | 'title'>, plan: Plan, dryRun: boolean): string {
  const title = `${dataSet.title} (${dataSet.id})`;
  if (isEmpty(plan)) return `${title}\nNothing to change: the database already holds exactly this set.`;
  const verb = dryRun ? 'Would be' : 'Were';
  const line = (name: string, { create, update, remove, unchanged }: Plan['nodes'] | Plan['edges']) =>
    `  ${name}: ${create.length} created, ${update.length} updated, ${remove.length} removed, ${unchanged} unchanged`;
  const last = dryRun ? ['Nothing was written (--dry-run).'] : [];
  return [title, `${verb}:`, line('nodes', plan.nodes), line('edges', plan.edges), ...last].join('\n');
}

/**
 * What is still to be done for the stories of a set to be told, as the server reads them from files that its settings
 * name; nothing where there are none, or it reads them already.
 * @param folder the folder of the set
 * @param told the folders whose stories the server reads
 */
export function toTell(
  { stories }: Pick<DataSet, 'stories'>,
  folder: string,
  told: readonly string[],
): string {
  if (stories.length === 0 || told.includes(folder)) return '';
  const named = amount(stories.length, 'story', 'stories');
  return `To serve its ${named}, start with ENTENTE_STORIES=${folder}`;
}

import { checkEntry, type Fault } from '../../../../server/core/files/entry.ts';
import { type KnownNames, storyFaults } from '../../../../server/core/files/story.ts';
import { storyFile } from '../../../../server/core/model/story.ts';
import { storyId } from '../../../../server/core/model/story-id.ts';
import type { ExplorerState } from '../../store.ts';
import { type Draft, fileOf, nameOf } from './draft.ts';

/** What is to be put right in a draft before it is a story, in the words of `npm run seed -- FOLDER --dry-run`. */
export interface DraftFault {
  /** The key of the step; undefined for the story as a whole. */
  step?: string | undefined;
  message: string;
  /** Whether it may be saved all the same: only these data do not hold what it names. */
  ofData?: true;
}

/**
 * What is wrong with a draft.
 *
 * @param known What the data hold; names are not checked without.
 */
export function faultsOf(draft: Draft, known?: KnownNames): DraftFault[] {
  const file = fileOf(draft);
  const { entry, faults } = checkEntry(storyFile, file);
  const found = entry ? storyFaults(entry) : faults;
  const own = new Set(found.map(({ message }) => message));
  const ofData = entry && known ? storyFaults(entry, known).filter(({ message }) => !own.has(message)) : [];
  const tell = ({ path, message }: Fault): DraftFault => {
    const step = typeof path[1] === 'number' ? draft.steps[path[1]]?.key : undefined;
    return { ...(step !== undefined && { step }), message: message.replace(/^steps\.\d+\./, '') };
  };
  const told = [...found.map(tell), ...ofData.map((fault) => ({ ...tell(fault), ofData: true as const }))];
  const name = storyId.safeParse(nameOf(draft));
  return name.success
    ? told
    : [
        ...told,
        {
          message:
            'file name: is not kebab-case, such as who-opposes; write small letters, digits and single hyphens.',
        },
      ];
}

/** What the data hold by name, as far as all of it is loaded. */
export function knownNames({ base, schema }: Pick<ExplorerState, 'base' | 'schema'>): KnownNames | undefined {
  if (base?.state !== 'ready' || base.value.attributes.truncated || schema.state !== 'ready')
    return undefined;
  return {
    nodes: base.value.nodes.map(({ key }) => key),
    edges: base.value.edges.map(({ key }) => key),
    types: schema.value.relationshipTypes.map(({ type }) => type),
    sources: schema.value.sources.map(({ key }) => key),
  };
}

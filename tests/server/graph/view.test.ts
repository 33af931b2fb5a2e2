import { expect, it } from 'vitest';
import { createLocalReader } from '../../../server/core/local/reader.ts';
import { createViewReader } from '../../../server/graph/view.ts';
import { storyGraph } from '../../client/fixtures/story.ts';

const reader = () => createLocalReader(storyGraph(), 1_000);

it('reads what a story takes, and no link that asks for a thousand graphs', async () => {
  const expanding = (many: number) => ({ expand: Array.from({ length: many }, (_, at) => `node-${at}`) });
  await expect(createViewReader(reader(), 1_000)(expanding(100))).resolves.toBeDefined();
  await expect(createViewReader(reader(), 1_000)(expanding(1_000))).rejects.toMatchObject({
    code: 'too_large',
  });
});

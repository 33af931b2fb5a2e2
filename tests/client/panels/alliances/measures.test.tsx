import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MeasuredContext } from '../../../../client/panels/alliances/measured.ts';
import { Measures } from '../../../../client/panels/alliances/measures.tsx';
import { ExplorerContext } from '../../../../client/panels/common/context.ts';
import type { Explorer } from '../../../../client/state/explorer.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { SIGNED_MEASURES } from '../../../../server/core/measures/signed-registry.ts';
import { edge, graphOf, node } from '../../state/world.ts';

const graph = graphOf(
  ['a', 'b', 'c'].map((key) => node(key)),
  [edge('1', 'a', 'b'), edge('2', 'b', 'c'), edge('3', 'a', 'c', 'OPPOSES')],
);

async function pageOf(...of: Parameters<typeof Measures>[0]['of']) {
  const asked = { network: 'direct' } as const;
  const report = await runTask(graph, asked);
  const store = createExplorerStore({});
  store.setState({ graph: { state: 'ready', value: graph } });
  return renderToStaticMarkup(
    <ExplorerContext value={{ store, actions: {} } as unknown as Explorer}>
      <MeasuredContext value={{ report, graph, asked }}>
        <Measures of={of} />
      </MeasuredContext>
    </ExplorerContext>,
  );
}

describe('the measures on the page', () => {
  it('are all that are listed, each under its name, the frustration index first', async () => {
    const page = await pageOf('signs', 'pairs', 'time');
    const listed = SIGNED_MEASURES.filter(({ of }) => of !== 'measure').map(({ name }) => name);
    const titles = [...page.matchAll(/<h3[^>]*>([^<]*)<\/h3>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Frustration index', ...listed.filter((name) => name !== 'Frustration index')]);
    for (const { name, sentence, limits, of } of SIGNED_MEASURES)
      if (of !== 'measure') for (const text of [name, sentence, limits]) expect(page).toContain(text);
  });

  it('say what they found, and conclude nothing from too little', async () => {
    const page = await pageOf('signs');
    expect(page).toContain(
      '<code>++−</code> two supports, one opposition <span class="muted">(unbalanced)</span>',
    );
    expect(page).toContain('<p class="found"><strong>0</strong> · weak balance 0</p>');
    expect(page).toContain('Unbalanced triads <span class="count">1</span>');
    expect(page).toContain('Negative cycles <span class="count">1</span>');
    expect(page).not.toMatch(/Not balanced|Not clusterable|Proved optimal|Comparison with chance/);
  });
});

import { useMemo, useState } from 'react';
import { Tree } from 'react-aria-components/Tree';
import { createStore, useStore } from 'zustand';
import { nodeOfMore, outlineOf, outlineOrder } from '../../state/table/outline.ts';
import { useExplorerState } from '../common/context.ts';
import { Pages } from '../common/pages.tsx';
import { useGrowing } from '../common/rows-in-slices.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { NodeItem, type Opened, OpenedContext } from './outline-rows.tsx';
import { useActs, useWalk } from './outline-walk.ts';

/** Nodes on one page. */
const PAGE = 100;
/** Nodes that are drawn at once. */
const BATCH = 20;
/** So many relations of a node are listed at once, and as many more each time. */
const STEP = 30;

/**
 * The graph as an outline that is walked: nodes with their relations, each of which leads on to the node at
 * its other end.
 */
export function Outline() {
  const { graph } = useShown();
  const loading = useExplorerState((state) => state.graph.state === 'loading');
  const order = useMemo(() => outlineOrder(graph), [graph]);
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(order.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const items = useMemo(
    () => outlineOf(graph, order.slice(page * PAGE, (page + 1) * PAGE)),
    [graph, order, page],
  );
  const rows = useGrowing(items, page, BATCH);
  const { opened, store, show, setExpanded } = useOpened();
  const goTo = (key: string) => {
    const at = order.indexOf(key);
    if (at >= 0) setPage(Math.floor(at / PAGE));
    return at >= 0;
  };
  const walk = useWalk({ graph, items, show, goTo });
  const acts = useActs((key) => show(key, (opened.get(key) ?? 0) + 1));
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and menus of the rows, which bubble to here */}
      <div
        className="table-scroll outline"
        ref={walk.root}
        onKeyDownCapture={(event) => walk.listen(event) || acts.listen(event)}
        onContextMenu={acts.menu}
      >
        <OpenedContext value={store}>
          <Tree
            aria-label="Outline of the graph"
            items={rows}
            expandedKeys={[...opened.keys()]}
            onExpandedChange={(keys) => setExpanded([...keys].map(String))}
            onAction={(id) => acts.act(String(id))}
            renderEmptyState={() => (loading ? 'Loading…' : 'Nothing is shown.')}
          >
            {(item) => <NodeItem item={item} />}
          </Tree>
        </OpenedContext>
      </div>
      {pages > 1 && (
        <Pages page={page} pages={pages} size={PAGE} rows={order.length} turn={setPage} of="outline" />
      )}
    </>
  );
}

/** Which nodes are expanded, and how many of their edges are listed. */
function useOpened() {
  const [store] = useState(() => createStore<Opened>(() => ({ opened: new Map() })));
  const { opened } = useStore(store);
  return {
    opened,
    store,
    /** Expands a node so far that it lists the relation at a place. */
    show: (key: string, at: number) =>
      store.setState(({ opened: before }) => {
        const needed = STEP * (Math.floor(at / STEP) + 1);
        return { opened: new Map([...before, [key, Math.max(needed, before.get(key) ?? 0)]]) };
      }),
    setExpanded: (keys: readonly string[]) =>
      store.setState(({ opened: before }) => {
        const nodes = keys.filter((key) => nodeOfMore(key) === undefined);
        return { opened: new Map(nodes.map((key) => [key, before.get(key) ?? STEP])) };
      }),
  };
}

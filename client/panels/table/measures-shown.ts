import { useMemo } from 'react';
import type { Measure } from '../../state/table/table.ts';
import { measuresShown } from '../../state/table/table-measures.ts';
import { useExplorerState } from '../common/context.ts';

/** What the looks and places of nodes mean, as columns of a table; the same until it changes. */
export function useMeasuresShown(): readonly Measure[] {
  const graph = useExplorerState((state) => state.graph);
  const view = useExplorerState((state) => state.view);
  const measurements = useExplorerState((state) => state.measurements);
  const alliances = useExplorerState((state) => state.alliances);
  const base = useExplorerState((state) => state.base);
  const whole = useExplorerState((state) => state.whole);
  return useMemo(
    () => measuresShown({ graph, view, measurements, alliances, base, whole }),
    [graph, view, measurements, alliances, base, whole],
  );
}

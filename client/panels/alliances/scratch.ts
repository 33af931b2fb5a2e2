import { useEffect, useRef, useState } from 'react';
import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
import type { MeasuresState } from '../../../server/core/picture/state.ts';
import { createMeasuresStore, type MeasuresOfShown } from '../../state/measures/measures.ts';
import { useExplorer } from '../common/context.ts';

/** Measures of their own beside those of the panel; they end with the component. */
export function useScratch() {
  const { alliances } = useExplorer();
  const opened = useRef<Promise<MeasuresOfShown>>(undefined);
  const [state, setState] = useState<MeasuresState>();
  useEffect(
    () => () => {
      void opened.current?.then((measures) => measures.close());
      opened.current = undefined;
    },
    [],
  );
  const close = () => void opened.current?.then((measures) => measures.close());
  return {
    state,
    measure: async (more: Partial<MeasureTask>) => {
      if (!alliances) return;
      close();
      const own = createMeasuresStore();
      const mine = alliances.another(more, own);
      opened.current = mine;
      const measures = await mine;
      if (opened.current !== mine) return measures.close();
      own.subscribe(setState);
      await measures.measure();
    },
    clear: () => {
      close();
      opened.current = undefined;
      setState(undefined);
    },
  };
}

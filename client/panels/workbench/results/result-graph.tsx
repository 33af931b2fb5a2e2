import { useCallback, useState } from 'react';
import { Canvas } from '../../picture/canvas.tsx';
import { CanvasContext, type Canvas as CanvasHandle, NO_CANVAS } from '../../picture/canvas-context.ts';
import { useWorkbench } from '../context.ts';

/** The picture of the answer: exactly what it holds; edges among its nodes come when asked for. */
export function ResultGraph() {
  const { connect } = useWorkbench();
  const [canvas, setCanvas] = useState<CanvasHandle>(NO_CANVAS);
  const [failure, setFailure] = useState<string>();
  const fail = useCallback((reason: string) => setFailure(reason), []);
  return (
    <CanvasContext value={canvas}>
      <section className="result-graph" aria-label="Graph of the answer">
        <div className="result-canvas">
          {failure === undefined ? (
            <Canvas setCanvas={setCanvas} onFailure={fail} covered={false} />
          ) : (
            <p className="result-note">{failure}</p>
          )}
          <button type="button" className="button connect" onClick={() => void connect()}>
            Connect the nodes
          </button>
        </div>
      </section>
    </CanvasContext>
  );
}

import type { Side } from '../../../server/core/measures/measure.ts';
import { boundsInWords, decimals } from '../../../server/core/measures/measure.ts';
import { camps } from '../../../server/core/measures/nodes/camps.ts';
import type { ReportMeasureId } from '../../../server/core/measures/registry.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { amount } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { NodeButton } from '../details/node-button.tsx';
import { useMeasured } from './measured.ts';
import { RelationRow } from './relation-row.tsx';

/** How far the network is from two camps, which they are, and what contradicts them. */
export function Camps() {
  const { report } = useMeasured();
  const { frustration } = report.found;
  return (
    <>
      <p className="found">
        <strong>{boundsInWords(frustration)}</strong> of {amount(report.counts.edges, 'signed edge')}
        {frustration.normalised !== null && (
          <> · normalised {decimals(frustration.normalised)}, where 1 is a perfect split</>
        )}
      </p>
      {!report.tooThin && (
        <p className="muted">
          {frustration.proved
            ? 'Proved optimal: no split leaves fewer frustrated edges.'
            : 'Not proved optimal in the time allowed: the best split found leaves the higher number of frustrated edges, and no split leaves fewer than the lower.'}
        </p>
      )}
      <Parts />
      <ColourButton colour="camps" title="Colour the picture by camp" />
      <Sides sides={camps.sides(report)} colour="camps" />
      <h4>Frustrated edges</h4>
      {frustration.edges.length === 0 && report.tooThin ? (
        <p>None.</p>
      ) : frustration.edges.length === 0 ? (
        <p>None: all support is within a camp, and all opposition is between camps.</p>
      ) : (
        <ul className="relation-rows">
          {frustration.edges.map((edge) => (
            <RelationRow key={`${edge.source} ${edge.target}`} edge={edge} />
          ))}
        </ul>
      )}
    </>
  );
}

/** That parts are split one by one, where there are several. */
function Parts() {
  const { report } = useMeasured();
  const parts = report.found.frustration.camps.length;
  if (parts < 2) return null;
  return (
    <p>
      The network has {parts} connected components. Each is split on its own: which camp of one goes with
      which camp of another, the data do not say.
    </p>
  );
}

/**
 * Where there is too little to conclude from: who is on which side of the edges there are, component by component. Of
 * direct stances alone, which somebody took: derived ones would make camps of what nobody said.
 */
export function Described() {
  const { report } = useMeasured();
  return (
    <section className="measure" aria-label="Who opposes and supports whom">
      <h3>Who opposes and supports whom</h3>
      <p>The two sides of these few edges. This describes them; it proves no alliance.</p>
      <Parts />
      <ColourButton colour="camps" title="Colour the picture by camp" />
      <Sides sides={camps.sides(report)} colour="camps" />
    </section>
  );
}

export function ColourButton({ colour, title }: { colour: ReportMeasureId; title: string }) {
  const { actions } = useExplorer();
  const now = useExplorerState(({ view }) => view.colour);
  return (
    <button
      type="button"
      className="button"
      aria-pressed={now === colour}
      onClick={() => actions.setColour(now === colour ? undefined : colour)}
    >
      {title}
    </button>
  );
}

/** Sides with their members, in the colours of the picture where it has them. */
export function Sides({
  sides,
  colour,
  tell,
}: {
  sides: readonly Side[];
  colour: ReportMeasureId;
  tell?: (key: string) => string;
}) {
  const { graph } = useMeasured();
  const drawn = useExplorerState(({ view }) => view.colour === colour);
  const { key } = useExplorerState(nodeLooks);
  return sides.map(({ title, members }) => {
    const fill = drawn ? key.find((row) => row.title === title)?.fill : undefined;
    return (
      <section className="side" key={title} aria-label={title}>
        <h4>
          {fill !== undefined && (
            <span className="swatch" style={{ backgroundColor: `var(--palette-${fill})` }} />
          )}
          {title} <span className="count">{members.length}</span>
        </h4>
        <ul className="rows">
          {members.map((member) => {
            const node = indexOf(graph).nodes.get(member);
            return (
              <li key={member}>
                {node ? <NodeButton node={node} /> : member}
                {tell && <span className="count">{tell(member)}</span>}
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

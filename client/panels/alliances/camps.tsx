import { indexOf } from '../../state/graph-index.ts';
import type { AllianceColour } from '../../state/measures/asks.ts';
import { campsOf, type Side } from '../../state/measures/camps.ts';
import { nodeLooks } from '../../state/node-looks.ts';
import { amount } from '../../state/words.ts';
import { useExplorer, useExplorerState } from '../context.ts';
import { NodeButton } from '../node-button.tsx';
import { MeasureSection } from './measure-section.tsx';
import { boundsInWords, decimals, useMeasured } from './measured.ts';
import { RelationRow } from './relation-row.tsx';

/** How far the network is from two camps, which they are, and what contradicts them. */
export function Camps() {
  const { report } = useMeasured();
  const { frustration } = report.measures;
  const parts = new Set(Object.values(report.parts)).size;
  return (
    <MeasureSection name="frustration">
      <p className="found">
        <strong>{boundsInWords(frustration)}</strong> of {amount(report.measures.edges, 'relation')}
        {frustration.normalised !== null && (
          <> · normalised {decimals(frustration.normalised)}, where 1 is a clean split</>
        )}
      </p>
      <p className="muted">
        {frustration.proved
          ? 'Proved: no split contradicts fewer.'
          : 'Not proved in the time given: the best split found contradicts the higher number, and none contradicts fewer than the lower.'}
      </p>
      {parts > 1 && (
        <p>
          The network falls into {parts} parts without a relation between them. Each is split by itself: which
          camp of one part goes with which of another, nothing tells.
        </p>
      )}
      <ColourButton colour="camps" title="Colour the picture by camp" />
      <Sides sides={campsOf(report)} colour="camps" />
      <h4>Relations that contradict the camps</h4>
      {frustration.edges.length === 0 ? (
        <p>None: all support is inside a camp, all opposition between camps.</p>
      ) : (
        <ul className="relation-rows">
          {frustration.edges.map((edge) => (
            <RelationRow key={`${edge.source} ${edge.target}`} edge={edge} />
          ))}
        </ul>
      )}
    </MeasureSection>
  );
}

export function ColourButton({ colour, title }: { colour: AllianceColour; title: string }) {
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
  colour: AllianceColour;
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

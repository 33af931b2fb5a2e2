import { useMemo } from 'react';
import { maxOf } from '../../../server/core/numbers/extremes.ts';
import { capital, number, typeAsTitle, uncapital } from '../../../server/core/words/words.ts';
import { binsOf } from '../../state/table/bins.ts';
import { type Bar, statisticsOf } from '../../state/table/statistics.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { useMeasuresShown } from './measures-shown.ts';

/** The graph in the picture in numbers, and how they are spread. */
export function Statistics() {
  const { graph } = useShown();
  const told = useMemo(() => statisticsOf(graph), [graph]);
  const measures = useMeasuresShown();
  const facts = [
    ['Nodes', number(told.nodes)],
    ['Edges', number(told.edges)],
    ['Average degree', number(round(told.meanDegree, 10))],
    ['Density: share of possible edges that exist', share(told.density)],
    ['Reciprocity: share of edges that are returned', share(told.reciprocity)],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table-scroll statistics" tabIndex={0} aria-label="Statistics">
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Distribution title="Edges by sign" bars={told.signs} />
      <Distribution title="Degree distribution" bars={told.degrees} />
      {measures.map((measure) => (
        <Distribution
          key={measure.title}
          title={`Nodes by ${uncapital(measure.title)}`}
          bars={binsOf(graph, measure)}
        />
      ))}
      <Distribution title="Connected components by number of nodes" bars={told.parts} />
      <Distribution title="Edges by relationship type" bars={told.types} named={typeAsTitle} />
      <Distribution title="Edges by modality" bars={told.modalities} named={capital} />
      <Distribution title="Edges by confidence" bars={told.confidences} named={capital} />
    </section>
  );
}

interface DistributionProps {
  title: string;
  bars: readonly Bar[];
  named?: (title: string) => string;
}

/** A table whose rows carry their bars, so that it reads as well as it looks. */
function Distribution({ title, bars, named = (text) => text }: DistributionProps) {
  const most = maxOf(
    bars.map(({ count }) => count),
    1,
  );
  if (bars.length === 0) return null;
  return (
    <table className="distribution">
      <caption>{title}</caption>
      <tbody>
        {bars.map(({ title: row, count }) => (
          <tr key={row}>
            <th scope="row">{named(row)}</th>
            <td className="length" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / most}%` }} />
            </td>
            <td className="count">{number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function share(value: number): string {
  return `${number(round(100 * value, 10))}%`;
}

function round(value: number, to: number): number {
  return Math.round(value * to) / to;
}

import { boundsInWords, decimals } from '../../../server/core/measures/measure.ts';
import { blocs } from '../../../server/core/measures/nodes/blocs.ts';
import { amount } from '../../../server/core/words/words.ts';
import { ColourButton, Sides } from './camps.tsx';
import { useMeasured } from './measured.ts';

/** Groups of any number, and how sure each member's place is. */
export function Blocs() {
  const { report } = useMeasured();
  const { clustering, alternatives, certainty, modularity } = report.found.blocs;
  const sides = blocs.sides(report);
  const members = new Set(sides.flatMap((side) => side.members));
  const alone = Object.keys(report.parts).filter((key) => !members.has(key)).length;
  return (
    <>
      <p className="found">
        <strong>{amount(sides.length, 'bloc')}</strong> · {boundsInWords(clustering)} of{' '}
        {amount(report.counts.edges, 'signed edge')} frustrated
        {alone > 0 && ` · ${amount(alone, 'actor')} in no bloc`}
      </p>
      <p>
        {alternatives > 1
          ? `At least ${alternatives} partitions are equally good; one is shown. The percentage beside a name says how stable its bloc is across them.`
          : 'No equally good partition was found.'}
      </p>
      <p className="muted">
        By signed modularity:{' '}
        {
          new Set(
            Object.entries(modularity.of)
              .filter(([key]) => report.parts[key] !== undefined)
              .map(([, bloc]) => bloc),
          ).size
        }{' '}
        blocs, modularity {decimals(modularity.value)}.
      </p>
      <ColourButton colour="blocs" title="Colour the picture by bloc" />
      <Sides
        sides={sides}
        colour="blocs"
        {...(!report.tooThin && {
          tell: (key: string) => `${Math.round(100 * (certainty[key] ?? 0))}% stable`,
        })}
      />
    </>
  );
}

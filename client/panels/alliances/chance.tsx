import { decimals } from '../../../server/core/measures/measure.ts';
import { chance } from '../../../server/core/measures/signed/chance.ts';
import { number } from '../../../server/core/words/words.ts';
import { useMeasured } from './measured.ts';

/** How the degree of balance compares with chance; without a verdict where there is too little. */
export function ByChance() {
  const { asked, report } = useMeasured();
  const { chance: found } = report.found;
  if (!found || report.tooThin) return null;
  const { mean, deviation, z, p, draws, seed } = found;
  const permuted = asked.network === 'direct' ? 'the signs' : 'the stances on each issue';
  return (
    <div>
      <h4>{chance.name}</h4>
      <p>{chance.sentence}</p>
      <p>
        Over {number(draws)} permutations of {permuted} the mean is {decimals(mean)}, with a standard
        deviation of {decimals(deviation)}.{' '}
        {z === null
          ? 'Every permutation gives the same value, so this says nothing.'
          : `The measured value is ${Math.abs(z).toFixed(1)} standard deviations ${z < 0 ? 'below' : 'above'} it (two-sided p = ${p.toFixed(3)}, seed ${seed}). ${p < 0.05 ? 'Chance alone would seldom produce that.' : 'Chance alone could well produce that.'}`}
      </p>
      <p className="muted">{chance.limits}</p>
    </div>
  );
}

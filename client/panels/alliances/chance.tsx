import { decimals } from '../../../server/core/measures/measure.ts';
import { chance } from '../../../server/core/measures/signed/chance.ts';
import { number } from '../../../server/core/words/words.ts';
import { useMeasured } from './measured.ts';

/** How the degree of balance compares with chance; without a verdict where there is too little. */
export function ByChance() {
  const { asked, report } = useMeasured();
  const { balance, chance: found } = report.found;
  if (balance.balance !== null && asked.network !== 'direct')
    return (
      <p className="muted">
        Not compared with chance: actors who share an issue form balanced triads whatever their stances on it.
      </p>
    );
  if (!found || report.tooThin) return null;
  const { mean, deviation, z, higher, lower, draws } = found;
  const rare = Math.min(higher, lower);
  return (
    <div>
      <h4>{chance.name}</h4>
      <p>{chance.sentence}</p>
      <p>
        Over {number(draws)} permutations of the signs the mean is {decimals(mean)}, with a standard deviation
        of {decimals(deviation)}.{' '}
        {z === null
          ? 'Every permutation gives the same value, so this says nothing.'
          : `The measured value is ${Math.abs(z).toFixed(1)} standard deviations ${z < 0 ? 'below' : 'above'} it; ${share(rare)} of permutations are at least as extreme. ${rare < 0.025 ? 'Chance alone would seldom produce that.' : 'Chance alone could well produce that.'}`}
      </p>
      <p className="muted">{chance.limits}</p>
    </div>
  );
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

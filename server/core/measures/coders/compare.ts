import { randomFrom } from '../random.ts';
import { krippendorffsAlpha } from './alpha.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { cohensKappa } from './kappa.ts';
import { type Matched, matchStatements } from './match.ts';
import { CODED_VARIABLES, type CodedStatement, type CodedVariable } from './statements.ts';

/** How far two coders agree on one variable of the statements that both found. */
export interface VariableAgreement {
  variable: CodedVariable;
  /** Statements that both found. */
  pairs: number;
  /** The share of them with the same value, in [0, 1]; undefined without any. */
  agreement: number | undefined;
  kappa: Estimate;
  alpha: Estimate;
}

/** A coefficient with its interval at 95 %; undefined where it is not defined. */
export interface Estimate {
  value: number | undefined;
  interval: Interval | undefined;
}

/** A statement that both found and coded differently, or that one of them alone found. */
export interface Disagreement {
  a: CodedStatement | undefined;
  b: CodedStatement | undefined;
  variables: readonly CodedVariable[];
}

export interface CoderAgreement {
  statements: { a: number; b: number; matched: number; onlyA: number; onlyB: number };
  /** Twice those that both found, of all that either did (Dice's coefficient), in [0, 1]. */
  found: number | undefined;
  variables: VariableAgreement[];
  disagreements: Disagreement[];
}

/**
 * Compares two codings of the same documents.
 * @param samples how often statements are drawn anew for an interval
 * @param seed of the draws; the same one gives the same intervals
 */
export function compareCodings(
  a: readonly CodedStatement[],
  b: readonly CodedStatement[],
  { samples, seed }: { samples: number; seed: number },
): CoderAgreement {
  const matched = matchStatements(a, b);
  const { pairs, onlyA, onlyB } = matched;
  const all = a.length + b.length;
  return {
    statements: {
      ...{ a: a.length, b: b.length, matched: pairs.length },
      ...{ onlyA: onlyA.length, onlyB: onlyB.length },
    },
    found: all === 0 ? undefined : (2 * pairs.length) / all,
    variables: CODED_VARIABLES.map((variable) => agreementOn(variable, pairs, samples, seed)),
    disagreements: disagreementsOf(matched),
  };
}

function agreementOn(
  variable: CodedVariable,
  pairs: Matched['pairs'],
  samples: number,
  seed: number,
): VariableAgreement {
  const values = pairs.map(([one, other]) => [one.values[variable], other.values[variable]] as const);
  const estimate = (statistic: (drawn: typeof values) => number | undefined, name: string): Estimate => ({
    value: statistic(values),
    interval: bootstrapInterval(values, (drawn) => statistic([...drawn]), {
      samples,
      random: randomFrom(seed, `${variable} ${name}`),
    }),
  });
  const equal = values.filter(([one, other]) => one === other).length;
  return {
    ...{ variable, pairs: pairs.length },
    agreement: pairs.length === 0 ? undefined : equal / pairs.length,
    kappa: estimate(cohensKappa, 'kappa'),
    alpha: estimate(krippendorffsAlpha, 'alpha'),
  };
}

function disagreementsOf({ pairs, onlyA, onlyB }: Matched): Disagreement[] {
  const differing = pairs.flatMap(([a, b]) => {
    const variables = CODED_VARIABLES.filter((variable) => a.values[variable] !== b.values[variable]);
    return variables.length > 0 ? [{ a, b, variables }] : [];
  });
  return [
    ...differing,
    ...onlyA.map((a) => ({ a, b: undefined, variables: [] })),
    ...onlyB.map((b) => ({ a: undefined, b, variables: [] })),
  ];
}

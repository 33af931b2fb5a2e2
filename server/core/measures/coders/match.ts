import { byText } from '../../numbers/random.ts';
import { type CodedStatement, plain } from './statements.ts';

/** Statements of two codings, matched where both coders read the same words. */
export interface Matched {
  pairs: [CodedStatement, CodedStatement][];
  onlyA: CodedStatement[];
  onlyB: CodedStatement[];
}

/** Quotations of one statement share at least so much of what they cover together. */
const OVERLAP = 0.2;

/**
 * Matches the statements of two codings of the same documents, each with at most one: first those whose quotations
 * overlap most, then those of one paragraph, then those of one document, of which actor or issue are the same as well.
 * Of equal candidates the first in the order of the files is taken, so that the outcome depends on nothing else.
 */
export function matchStatements(a: readonly CodedStatement[], b: readonly CodedStatement[]): Matched {
  const candidates = candidatesOf(a, b).sort((x, y) => y.score - x.score || x.at - y.at || x.of - y.of);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const found: [number, number][] = [];
  for (const { at, of } of candidates) {
    if (takenA.has(at) || takenB.has(of)) continue;
    takenA.add(at);
    takenB.add(of);
    found.push([at, of]);
  }
  return {
    pairs: found
      .sort(([x], [y]) => x - y)
      .map(([at, of]) => [a[at] as CodedStatement, b[of] as CodedStatement]),
    onlyA: a.filter((_, at) => !takenA.has(at)),
    onlyB: b.filter((_, at) => !takenB.has(at)),
  };
}

interface Candidate {
  at: number;
  of: number;
  score: number;
}

function candidatesOf(a: readonly CodedStatement[], b: readonly CodedStatement[]): Candidate[] {
  const bySource = new Map<string, number[]>();
  for (const [of, { source }] of b.entries()) bySource.set(source, [...(bySource.get(source) ?? []), of]);
  return a.flatMap((one, at) =>
    (bySource.get(one.source) ?? []).flatMap((of) => {
      const score = scoreOf(one, b[of] as CodedStatement);
      return score > 0 ? [{ at, of, score }] : [];
    }),
  );
}

/** How surely two statements of one document are one; 0 where they are not. */
function scoreOf(a: CodedStatement, b: CodedStatement): number {
  const same = Number(a.values.actor === b.values.actor) + Number(a.values.issue === b.values.issue);
  const overlap = overlapOf(a, b);
  // What both quote decides; ends that are the same tell apart what is said in the same words.
  if (overlap !== undefined) return overlap >= OVERLAP ? 10 + 4 * overlap + same : 0;
  if (same === 0) return 0;
  if (a.paragraph !== '' && b.paragraph !== '') return a.paragraph === b.paragraph ? 5 + same : 0;
  return same === 2 ? same : 0;
}

/** The share of what two quotations cover together that both cover; undefined where either has none. */
function overlapOf(a: CodedStatement, b: CodedStatement): number | undefined {
  if (a.span && b.span) {
    const both = Math.min(a.span[1], b.span[1]) - Math.max(a.span[0], b.span[0]);
    return Math.max(0, both) / (Math.max(a.span[1], b.span[1]) - Math.min(a.span[0], b.span[0]));
  }
  if (a.quotation === '' || b.quotation === '') return undefined;
  const [words, others] = [wordsOf(a.quotation), wordsOf(b.quotation)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared || 1);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .sort(byText),
  );
}

import { randomFrom } from '../../random.ts';
import { annealedSplit } from '../anneal.ts';
import type { Block } from '../blocks.ts';
import { type Split, searchSplit } from '../local-search.ts';
import { solveProgram } from '../program.ts';
import type { LoadSolver, Solver } from '../solver.ts';
import type { Ledger } from './bounds.ts';
import { relax } from './relaxation.ts';
import { boundBySemidefinite, MOST_SEMIDEFINITE } from './semidefinite.ts';

export interface TightenOptions {
  /** A time of `performance.now()`, in milliseconds. */
  deadline: number;
  solver: LoadSolver;
  seed: number;
  onProgress: () => void;
}

/** Above this product of nodes and edges a round of cuts would take seconds: only simple bounds are given. */
const MOST_WORK = 3e7;
/** Milliseconds that a round of the semidefinite bound may take. */
const MOMENT = 1000;
/** Beginnings of the local search where the first ones are not proved to have found the best split. */
const STARTS = 40;
/** A share of the best split's cost: within it, the integer program has a chance of a proof. */
const NEAR = 0.04;

/** Raises the lower bounds of all blocks, the smallest first, until they are settled or the time is over. */
export async function tighten(
  blocks: readonly Block[],
  ledger: Ledger,
  options: TightenOptions,
): Promise<void> {
  let left = blocks.reduce((sum, block) => sum + block.edgesOf.length, 0);
  let solver: Solver | undefined;
  for (const [at, block] of blocks.entries()) {
    const now = performance.now();
    const share = block.edgesOf.length / left;
    left -= block.edgesOf.length;
    if (ledger.lower() >= ledger.upper() || now >= options.deadline) return;
    if (ledger.settles(at, 0) || block.nodes * block.edgesOf.length > MOST_WORK) continue;
    solver ??= await options.solver();
    const deadline = now + share * (options.deadline - now);
    tightenBlock(block, at, ledger, solver, { ...options, deadline });
  }
}

/** By linear programming, then by what promises most, until the block is settled. */
function tightenBlock(
  block: Block,
  at: number,
  ledger: Ledger,
  solver: Solver,
  options: TightenOptions,
): void {
  const { deadline, seed, onProgress } = options;
  const onBound = (lower: number) => {
    const before = ledger.lower();
    ledger.raise(at, lower);
    if (ledger.lower() > before) onProgress();
    return ledger.settles(at, lower);
  };
  const until = (share: number) => performance.now() + share * (deadline - performance.now());
  const { lower, cycles } = relax(block, solver, { deadline: until(0.04), enough: onBound });
  if (ledger.settles(at, lower)) return;
  const random = randomFrom(seed, `harder ${at}`);
  const searched = until(0.2);
  for (let start = 0; start < STARTS && performance.now() < searched; start++)
    ledger.offer(at, searchSplit(block, { random, restarts: 1, starts: [annealedSplit(block, random)] }));
  onProgress();
  const best = () => ledger.best[at] as Split;
  const program = (end: number) => {
    const found = solveProgram(block, solver, { deadline: end, known: best(), cycles, onBound });
    ledger.offer(at, found);
    return onBound(found.lower);
  };
  const near = best().cost - lower <= NEAR * best().cost;
  const onCamps = (camps: Uint8Array) =>
    ledger.offer(at, searchSplit(block, { random, restarts: 1, starts: [camps] }));
  const semidefinite = () =>
    block.nodes <= MOST_SEMIDEFINITE &&
    boundBySemidefinite(block, {
      deadline: near ? until(0.9) : deadline - MOMENT,
      random: randomFrom(seed, `cut ${at}`),
      onBound,
      onCamps,
    });
  if (ledger.settles(at, 0)) return;
  if (near && program(until(0.6))) return;
  semidefinite();
  const known = best().cost;
  if (ledger.settles(at, 0) || known - ledger.lowerOf(at) > NEAR * known) return;
  program(deadline);
}

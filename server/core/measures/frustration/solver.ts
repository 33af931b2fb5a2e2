import type { Highs } from 'highs';

/** The solver for linear and mixed-integer programs: HiGHS (Huangfu and Hall 2018) in WebAssembly. */
export type Solver = Highs;

/** Loads the solver when it is first needed; several megabytes. */
export type LoadSolver = () => Promise<Solver>;

type Load = typeof import('highs')['default'];

/**
 * Loads the solver.
 * @param options Where its WebAssembly is, when it is not beside the module.
 */
export async function loadSolver(options?: { locateFile: (file: string) => string }): Promise<Solver> {
  // The types speak of a CommonJS module; what is imported is the ES module beside it.
  const { default: load } = (await import('highs')) as unknown as { default: Load };
  return load(options);
}

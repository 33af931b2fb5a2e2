import type { Highs, InitOptions } from 'highs';

/** The solver for linear and mixed-integer programs: HiGHS (Huangfu and Hall 2018) in WebAssembly. */
export type Solver = Highs;

/** Loads the solver when it is first needed; several megabytes. */
export type LoadSolver = () => Promise<Solver>;

type Load = typeof import('highs')['default'];

/**
 * Loads the solver.
 * @param options Its WebAssembly, when that is not beside the module.
 */
export async function loadSolver(options?: Pick<InitOptions, 'wasmBinary'>): Promise<Solver> {
  // The types speak of a CommonJS module; what is imported is the ES module beside it.
  const { default: load } = (await import('highs')) as unknown as { default: Load };
  return load(options);
}

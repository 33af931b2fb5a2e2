import type { MeasureTask } from '../measures/signed-network.ts';
import { weightByDefault } from '../measures/tables.ts';
import type { View } from '../view/view.ts';

export type MeasuredView = Pick<View, 'network' | 'weigh' | 'threshold'>;

/** What a view asks to be measured. */
export function taskOfView({ network = 'direct', weigh = [], threshold }: MeasuredView): MeasureTask {
  return {
    network,
    ...(weigh.length > 0 && { tables: { weights: weightsOf(weigh) } }),
    ...(threshold !== undefined && { threshold }),
  };
}

/** Weights as a view writes them: `proposed:0.5`. */
export function weightsOf(weigh: readonly string[] = []): Record<string, number> {
  return Object.fromEntries(
    weigh.map((text) => {
      const [name = '', weight] = text.split(':');
      return [name, Number(weight)];
    }),
  );
}

/** The same weights with one of them changed, as a view writes them; what counts so by default is left out. */
export function weighWith(weigh: readonly string[] = [], name: string, weight: number): string[] {
  const others = weigh.filter((text) => !text.startsWith(`${name}:`));
  return weight === weightByDefault(name) ? others : [...others, `${name}:${weight}`].sort();
}

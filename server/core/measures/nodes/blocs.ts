import type { ReportMeasure } from '../measure.ts';

/** Several partitions are often equally good; one is shown. Who is alone is in no bloc. */
export const blocs = {
  id: 'blocs',
  name: 'Blocs',
  sentence:
    'Groups with support within and opposition between them, and as few frustrated edges as possible.',
  source: 'Doreian and Mrvar 1996; Bansal, Blum and Chawla 2004',
  range: 'a bloc, the largest first',
  uses: ['colour', 'shape', 'group'],
  takes: 'report',
  sides({ found, parts }) {
    const byBloc = new Map<number, string[]>();
    for (const [key, bloc] of Object.entries(found.blocs.clustering.of))
      if (parts[key] !== undefined) byBloc.set(bloc, [...(byBloc.get(bloc) ?? []), key]);
    return [...byBloc.values()]
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length)
      .map((members, at) => ({ title: `Bloc ${at + 1}`, members }));
  },
} as const satisfies ReportMeasure;

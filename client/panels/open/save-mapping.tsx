import type { MappingFile } from '../../../server/core/reading/table/mapping.ts';
import type { ReadTable } from '../../../server/core/reading/table/read-tables.ts';
import { useExplorer } from '../common/context.ts';
import { download } from '../share/download.ts';

/** Saves what columns were taken for as a file that `npm run import --map` reads. */
export function SaveMapping({ tables }: { tables: readonly ReadTable[] }) {
  const { actions } = useExplorer();
  const save = async () => {
    const { stringify } = await import('yaml');
    const mapping: MappingFile = {
      tables: tables.map((table) => ({ ...table.mapping, columns: [...table.columns] })),
    };
    download('mapping.yaml', 'application/yaml', stringify(mapping, { lineWidth: 0 }));
    actions.announce('Mapping saved.');
  };
  return (
    <p className="muted">
      <button type="button" className="text-button" onClick={() => void save()}>
        Save the mapping
      </button>{' '}
      for <code>npm run import --map</code>. It is offered again for files with these columns.
    </p>
  );
}

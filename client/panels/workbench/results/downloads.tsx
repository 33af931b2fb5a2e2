import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { shownGraph } from '../../../../server/core/picture/graph-index.ts';
import { toCsv, toJson, toNdjson, toTsv } from '../../../state/workbench/export.ts';
import type { Run } from '../../../state/workbench/run.ts';
import { download } from '../../share/download.ts';
import { SaveGraph } from '../../share/save-graph.tsx';
import { useWorkbench } from '../context.ts';
import { useCopy } from '../editor/copy-button.tsx';

/** What the answer can be taken away as. */
export function Downloads({ run }: { run: Run }) {
  const { result, announce } = useWorkbench();
  const copy = useCopy();
  const save = (name: string, type: string, text: string) => {
    download(name, type, text);
    announce(`${name} is saved.`);
  };
  return (
    <MenuTrigger>
      <Button className="button" isDisabled={run.count === 0}>
        Copy or save
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="Copy or save the answer">
          <MenuSection aria-label="Rows">
            <MenuItem className="menu-item" onAction={() => void copy(toTsv(run), 'Table copied.')}>
              Copy for a spreadsheet
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => void copy(toJson(run), 'Rows copied.')}>
              Copy as JSON
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => save('answer.csv', 'text/csv', toCsv(run))}>
              Save rows as CSV
            </MenuItem>
            <MenuItem
              className="menu-item"
              onAction={() => save('answer.json', 'application/json', toJson(run))}
            >
              Save rows as JSON
            </MenuItem>
            <MenuItem
              className="menu-item"
              onAction={() => save('answer.ndjson', 'application/x-ndjson', toNdjson(run))}
            >
              Save rows as NDJSON
            </MenuItem>
          </MenuSection>
          {shownGraph(result.store.getState()).nodes.length > 0 && (
            <SaveGraph title="Save the graph as" store={result.store} announce={announce} />
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

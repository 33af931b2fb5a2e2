import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand';
import { number } from '../../../server/core/words/words.ts';
import type { ChosenColumns } from '../../state/table/chosen-columns.ts';
import type { HeldProperty } from '../../state/table/property-columns.ts';
import { useExplorer } from '../common/context.ts';

interface ColumnChoiceProps {
  of: keyof ChosenColumns;
  held: readonly HeldProperty[];
}

/** Which properties the table has columns of, with how many elements hold each. */
export function ColumnChoice({ of, held }: ColumnChoiceProps) {
  const { columns } = useExplorer();
  const chosen = useStore(columns, (state) => state[of]);
  const here = new Set(held.map(({ name }) => name));
  const choose = (keys: Iterable<unknown>) => {
    // What other data have columns of stays chosen for them.
    const elsewhere = chosen.filter((name) => !here.has(name));
    columns.setState({ [of]: [...elsewhere, ...Array.from(keys, String)] });
  };
  if (held.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="button">Columns</Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label="Columns of the table">
          <MenuSection
            selectionMode="multiple"
            selectedKeys={chosen.filter((name) => here.has(name))}
            onSelectionChange={(keys) => choose(keys === 'all' ? here : keys)}
          >
            <Header className="menu-title">Properties of {of}, and how many have them</Header>
            {held.map(({ name, count }) => (
              <MenuItem key={name} id={name} textValue={name} className="menu-item choice">
                <span className="column-name">{name}</span>
                <span className="count">{number(count)}</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

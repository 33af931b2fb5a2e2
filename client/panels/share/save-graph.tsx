import { Header } from 'react-aria-components/Header';
import { MenuItem, MenuSection } from 'react-aria-components/Menu';
import { FORMAT_NAMES, FORMATS } from '../../../server/core/formats/format.ts';
import type { ExplorerStore } from '../../state/store.ts';
import { saveGraph } from './save-file.ts';

interface SaveGraphProps {
  title: string;
  /** What is shown at the moment is saved. */
  store: ExplorerStore;
  announce: (text: string) => void;
}

/** The part of a menu that saves a graph, one item a format. */
export function SaveGraph({ title, store, announce }: SaveGraphProps) {
  return (
    <MenuSection>
      <Header className="menu-title">{title}</Header>
      {FORMAT_NAMES.map((format) => (
        <MenuItem
          key={format}
          id={`save-${format}`}
          className="menu-item"
          textValue={FORMATS[format].title}
          onAction={() => void saveGraph(store, format, announce)}
        >
          {FORMATS[format].title}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

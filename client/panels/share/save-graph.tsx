import { Header } from 'react-aria-components/Header';
import { MenuItem, MenuSection } from 'react-aria-components/Menu';
import { FORMAT_NAMES, FORMATS } from '../../../server/core/formats/format.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { saveGraph } from './save-file.ts';

interface SaveGraphProps {
  title: string;
  /** Gives the graph of the moment. */
  graph: () => Graph;
  announce: (text: string) => void;
}

/** The part of a menu that saves a graph, one item a format. */
export function SaveGraph({ title, graph, announce }: SaveGraphProps) {
  return (
    <MenuSection>
      <Header className="menu-title">{title}</Header>
      {FORMAT_NAMES.map((format) => (
        <MenuItem
          key={format}
          id={`save-${format}`}
          className="menu-item"
          textValue={FORMATS[format].title}
          onAction={() => void saveGraph(graph(), format, announce)}
        >
          {FORMATS[format].title}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

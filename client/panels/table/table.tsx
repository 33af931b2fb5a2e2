import { useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useStore } from 'zustand';
import { indexOfAll } from '../../../server/core/picture/graph-index.ts';
import { capital, number } from '../../../server/core/words/words.ts';
import type { Listing } from '../../state/store.ts';
import type { ChosenColumns } from '../../state/table/chosen-columns.ts';
import { type Holder, propertiesHeld, propertyColumns } from '../../state/table/property-columns.ts';
import { type Column, edgeColumns, nodeColumns } from '../../state/table/table.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { focusPicture, usePlace, usePlaces } from '../common/places.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { Coding } from './coding.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { useMeasuresShown } from './measures-shown.ts';
import { Outline } from './outline.tsx';
import { Statistics } from './statistics.tsx';
import { TableRows } from './table-rows.tsx';

interface TableProps {
  /** Why there is a table instead of the picture, when the picture cannot be drawn. */
  note: string | undefined;
  close: (() => void) | undefined;
}

/** The same graph as rows, for those who cannot see the picture or would rather read. */
export function Table({ note, close }: TableProps) {
  const { graph } = useShown();
  const { actions } = useExplorer();
  const listing = useExplorerState((state) => state.listing);
  const places = usePlaces();
  const place = usePlace('table', '[role=tab][aria-selected=true]');
  useEffect(() => {
    // Its tabs are there a moment later than it.
    const frame = requestAnimationFrame(() => places.hasFocus('stage') && focusPicture(places));
    return () => cancelAnimationFrame(frame);
  }, [places]);
  return (
    <section className="table" aria-label="Table of the graph" ref={place}>
      {note !== undefined && (
        <p className="table-note">
          This browser cannot draw the picture, so here is all of it as a table. ({note})
        </p>
      )}
      <Tabs
        className="tabs"
        selectedKey={listing}
        onSelectionChange={(key) => actions.setListing(key as Listing)}
      >
        <div className="table-head">
          <TabList aria-label="What to list" className="tab-list">
            <Tab id="outline">Outline</Tab>
            <Tab id="nodes">Nodes {number(graph.nodes.length)}</Tab>
            <Tab id="edges">Edges {number(graph.edges.length)}</Tab>
            <Tab id="coding">Sources</Tab>
            <Tab id="statistics">Statistics</Tab>
          </TabList>
          {close && (
            <button type="button" className="button" onClick={close}>
              <Icon name="close" />
              <span>Back to the picture</span>
            </button>
          )}
        </div>
        <TabPanel id="outline" className="tab-panel">
          <Outline />
        </TabPanel>
        <TabPanel id="nodes" className="tab-panel">
          <NodeRows />
        </TabPanel>
        <TabPanel id="edges" className="tab-panel">
          <EdgeRows />
        </TabPanel>
        <TabPanel id="coding" className="tab-panel">
          <Coding />
        </TabPanel>
        <TabPanel id="statistics" className="tab-panel">
          <Statistics />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function NodeRows() {
  const { graph, index } = useShown();
  const measures = useMeasuresShown();
  const plain = useMemo(() => nodeColumns(index, measures), [index, measures]);
  return <Rows of="nodes" columns={plain} elements={graph.nodes} />;
}

function EdgeRows() {
  const { graph, index } = useShown();
  const whole = useExplorerState(indexOfAll)?.nodes;
  const plain = useMemo(() => edgeColumns(index, whole), [index, whole]);
  return <Rows of="edges" columns={plain} elements={graph.edges} />;
}

interface RowsProps<T> {
  of: keyof ChosenColumns;
  columns: readonly Column<T>[];
  elements: readonly T[];
}

/** Rows with the columns that every table has, and those of the properties that are chosen. */
function Rows<T extends Holder & { key: string }>({ of, columns: plain, elements }: RowsProps<T>) {
  const chosen = useStore(useExplorer().columns, (state) => state[of]);
  const held = propertiesHeld(elements);
  const columns = useMemo(() => {
    const taken = plain.map(({ title }) => title);
    return [...plain, ...propertyColumns<T>(held, chosen, taken)];
  }, [plain, held, chosen]);
  return (
    <TableRows
      title={capital(of)}
      columns={columns}
      elements={elements}
      choice={<ColumnChoice of={of} held={held} />}
    />
  );
}

import { createContext, useContext } from 'react';
import { Collection } from 'react-aria-components/Menu';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { createStore, type StoreApi, useStore } from 'zustand';
import { number, typeInWords } from '../../../server/core/words/words.ts';
import { moreId, type OutlineNode, type OutlineRelation } from '../../state/table/outline.ts';
import { useExplorerState } from '../common/context.ts';
import { LineOf, NodeGlyph } from '../common/glyph.tsx';
import { Icon } from '../common/icon.tsx';
import { Tags } from '../details/tags.tsx';
import { useLookOf } from '../picture/use-shown-graph.ts';

/** How many relations each expanded node lists. */
export interface Opened {
  opened: ReadonlyMap<string, number>;
}

/** A store, so that a row is drawn anew only when it is the one that was opened. */
export const OpenedContext = createContext<StoreApi<Opened>>(createStore(() => ({ opened: new Map() })));

export function NodeItem({ item }: { item: OutlineNode }) {
  const { id, node, words, count } = item;
  const listed = useStore(useContext(OpenedContext), ({ opened }) => opened.get(node.key) ?? 0);
  const relations = listed > 0 ? item.relations.slice(0, listed) : [];
  const lookOf = useLookOf();
  const selected = useExplorerState((state) => state.view.select?.includes(node.key) === true);
  return (
    <TreeItem id={id} textValue={selected ? `${words}, selected` : words} data-chosen={selected}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="outline-row">
            {hasChildItems ? (
              <Button slot="chevron" className="icon-button">
                <Icon name="chevron" />
              </Button>
            ) : (
              <span className="outline-gap" />
            )}
            <NodeGlyph {...lookOf(node)} />
            <span>{node.attributes.caption}</span>
            <span className="count">{number(count)}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={relations}>{(relation) => <RelationItem relation={relation} />}</Collection>
      {/* While it is closed, also what tells the library that it can be opened. */}
      {relations.length < count && <MoreItem node={node.key} listed={relations.length} count={count} />}
    </TreeItem>
  );
}

/** Offers more relations of a node that has very many. */
function MoreItem({ node, listed, count }: { node: string; listed: number; count: number }) {
  const words = `Show more: ${number(count - listed)} of ${number(count)} edges are not listed`;
  return (
    <TreeItem id={moreId(node)} textValue={words}>
      <TreeItemContent>
        <div className="outline-row outline-relation muted">{words}</div>
      </TreeItemContent>
    </TreeItem>
  );
}

function RelationItem({ relation: { id, edge, direction, other, words } }: { relation: OutlineRelation }) {
  const lookOf = useLookOf();
  const selected = useExplorerState((state) => state.view.select?.includes(edge.key) === true);
  return (
    <TreeItem id={id} textValue={selected ? `${words}, selected` : words} data-chosen={selected}>
      <TreeItemContent>
        <div className="outline-row outline-relation">
          <span className="outline-edge" data-direction={direction}>
            <LineOf edge={edge} />
          </span>
          <span className="muted">{typeInWords(edge.attributes.type)}</span>
          <NodeGlyph {...lookOf(other)} />
          <span>{other.attributes.caption}</span>
          <Tags edge={edge} />
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

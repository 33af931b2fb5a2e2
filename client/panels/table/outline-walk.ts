import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Graph } from '../../../server/core/model/graph.ts';
import {
  keysIn,
  nodeOfMore,
  type OutlineNode,
  type OutlineRelation,
  outlineOf,
} from '../../state/table/outline.ts';
import { useExplorer } from '../common/context.ts';

interface WalkOptions {
  graph: Graph;
  items: readonly OutlineNode[];
  /** Expands a node so far that it lists the relation at a place. */
  show: (key: string, at: number) => void;
  /** Turns to the page of a node; whether there is one. */
  goTo: (key: string) => boolean;
}

/** Walking from a relation on to the node at its other end, and back along the way. */
export function useWalk({ graph, items, show, goTo }: WalkOptions) {
  const { actions } = useExplorer();
  const root = useRef<HTMLDivElement>(null);
  const trail = useRef<string[]>([]);
  const [goal, setGoal] = useState<string>();
  useEffect(() => {
    if (goal === undefined) return;
    const row = [...(root.current?.querySelectorAll<HTMLElement>('[role=row]') ?? [])].find(
      ({ dataset }) => dataset.key === goal,
    );
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
    setGoal(undefined);
  });
  const reach = (id: string) => {
    const { node } = keysIn(id);
    if (!goTo(node)) return;
    const relations = id === node ? [] : (outlineOf(graph, [node])[0]?.relations ?? []);
    show(
      node,
      Math.max(
        0,
        relations.findIndex((relation) => relation.id === id),
      ),
    );
    setGoal(id);
  };
  const listen = (event: KeyboardEvent): boolean => {
    const id = idOf(event.target);
    const relation = id === undefined ? undefined : relationOf(items, id);
    const [back] = event.key === 'Backspace' ? trail.current.splice(-1) : [];
    if (back !== undefined) reach(back);
    else if (event.key === 'ArrowRight' && relation && id !== undefined) {
      trail.current.push(id);
      reach(relation.other.key);
      actions.announce(`At ${relation.other.attributes.caption}. Backspace goes back.`);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { root, listen };
}

/**
 * What is done to the row that has the keyboard or the pointer.
 *
 * @param showMore Lists more relations of a node.
 */
export function useActs(showMore: (node: string) => void) {
  const { actions } = useExplorer();
  const select = (id: unknown, add = false) => {
    const { node, edge } = keysIn(String(id));
    actions.select([edge ?? node], { add });
  };
  const openMenu = (row: Element, id: string) => {
    const { left, bottom } = row.getBoundingClientRect();
    const { node, edge } = keysIn(id);
    actions.openMenu(edge ?? node, { x: left + 32, y: bottom });
  };
  const act = (id: string) => {
    const more = nodeOfMore(id);
    if (more === undefined) select(id);
    else showMore(more);
  };
  return {
    act,
    listen: (event: KeyboardEvent) => {
      const id = idOf(event.target);
      if (id === undefined || nodeOfMore(id) !== undefined) return;
      const menu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      const add = event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey);
      if (!menu && !add) return;
      event.preventDefault();
      event.stopPropagation();
      if (menu) openMenu(event.target as Element, id);
      else select(id, true);
    },
    menu: (event: MouseEvent) => {
      const row = (event.target as Element).closest('[role=row]');
      const id = idOf(row);
      if (!row || id === undefined || nodeOfMore(id) !== undefined) return;
      event.preventDefault();
      openMenu(row, id);
    },
  };
}

function idOf(target: EventTarget | null): string | undefined {
  return target instanceof HTMLElement && target.role === 'row' ? target.dataset.key : undefined;
}

function relationOf(items: readonly OutlineNode[], id: string): OutlineRelation | undefined {
  const { node } = keysIn(id);
  const found = items.find((item) => item.node.key === node);
  return found?.relations.find((relation) => relation.id === id);
}

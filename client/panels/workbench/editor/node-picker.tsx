import { useEffect, useState } from 'react';
import type { GraphNode } from '../../../../server/core/model/graph.ts';
import { createCall } from '../../../api.ts';
import { unpack } from '../../../unpack.ts';

/** At most this many nodes are offered for a parameter. */
const OFFERED = 500;

interface PickerProps {
  id: string;
  label: string;
  chosen: string;
  choose: (key: string) => void;
  described: string | undefined;
}

/** The nodes of a label by name, the most connected first and chosen while nothing is. */
export function NodePicker({ id, label, chosen, choose, described }: PickerProps) {
  const nodes = useNodesOf(label);
  useEffect(() => {
    const first = nodes?.[0];
    if (!chosen && first) choose(idOf(first));
  }, [nodes, chosen, choose]);
  if (!nodes)
    return (
      <input
        id={id}
        value={chosen}
        aria-describedby={described}
        onChange={({ target }) => choose(target.value)}
      />
    );
  return (
    <select
      id={id}
      value={chosen}
      aria-describedby={described}
      onChange={({ target }) => choose(target.value)}
    >
      {!nodes.some((node) => idOf(node) === chosen) && <option value={chosen}>{chosen || 'choose'}</option>}
      {nodes.map((node) => (
        <option key={node.key} value={idOf(node)}>
          {node.attributes.caption}
        </option>
      ))}
    </select>
  );
}

/** The id that statements ask for; where the database does not guarantee it, it is not the node's key. */
function idOf({ key, attributes: { properties } }: GraphNode): string {
  return typeof properties.id === 'string' ? properties.id : key;
}

function useNodesOf(label: string): GraphNode[] | undefined {
  const [nodes, setNodes] = useState<GraphNode[]>();
  useEffect(() => {
    const abort = new AbortController();
    createCall({ unpack })('graph', { query: { label: [label], limit: OFFERED }, signal: abort.signal })
      .then((graph) => {
        const own = graph.nodes.filter(({ attributes }) => attributes.labels.includes(label));
        setNodes(own.sort((a, b) => b.attributes.degree - a.attributes.degree));
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, [label]);
  return nodes;
}

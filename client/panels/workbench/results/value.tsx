import { primaryLabel } from '../../../../server/core/looks/look.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import { typeInWords } from '../../../../server/core/words/words.ts';
import { nameOf, textOf } from '../../../state/workbench/typed-text.ts';
import { NodeGlyph } from '../../common/glyph.tsx';
import { useShapes } from '../../picture/use-shown-graph.ts';
import { useWorkbench } from '../context.ts';

type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

/** A value as people read it; nodes, relationships and paths as chips that open their details. */
export function Value({ value, open }: { value: TypedValue; open: (element: Element) => void }) {
  switch (value.$type) {
    case 'Null':
      return <span className="muted">null</span>;
    case 'Node':
    case 'Relationship':
      return <Chip element={value} open={open} />;
    case 'Path':
      return <PathChips value={value} open={open} />;
    case 'List':
      return value._value.some(holdsElement) ? (
        <span className="chips">
          {value._value.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of a result never changes its order
            <Value key={at} value={item} open={open} />
          ))}
        </span>
      ) : (
        textOf(value)
      );
    default:
      return <span className={`value-${value.$type.toLowerCase()}`}>{textOf(value)}</span>;
  }
}

function holdsElement({ $type }: TypedValue): boolean {
  return $type === 'Node' || $type === 'Relationship' || $type === 'Path';
}

function PathChips({
  value,
  open,
}: {
  value: Extract<TypedValue, { $type: 'Path' }>;
  open: (element: Element) => void;
}) {
  let from = '';
  const parts = value._value.map((part) => {
    if (part.$type === 'Node') {
      from = part._value._element_id;
      return { part, back: false };
    }
    return { part, back: part._value._start_node_element_id !== from };
  });
  return (
    <span className="chips">
      {parts.map(({ part, back }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path never changes its order
        <span key={at} className="chips">
          {part.$type === 'Relationship' && <span aria-hidden="true">{back ? '←' : '–'}</span>}
          <Chip element={part} open={open} />
          {part.$type === 'Relationship' && <span aria-hidden="true">{back ? '–' : '→'}</span>}
        </span>
      ))}
    </span>
  );
}

function Chip({ element, open }: { element: Element; open: (element: Element) => void }) {
  const { result } = useWorkbench();
  const shapes = useShapes();
  const hover = (on: boolean) => result.actions.hover(on ? result.keyOf(element) : undefined);
  return (
    <button
      type="button"
      className="chip"
      data-kind={element.$type}
      onClick={() => open(element)}
      onPointerEnter={() => hover(true)}
      onPointerLeave={() => hover(false)}
    >
      {element.$type === 'Node' && <NodeGlyph shape={shapes(primaryLabel(element._value._labels))} />}
      {element.$type === 'Node' ? nameOf(element) : typeInWords(element._value._type)}
    </button>
  );
}

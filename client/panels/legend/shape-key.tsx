import { sizeSwatch, widthSwatch } from '../../../server/core/looks/swatch.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { shapeMeaning, sizeMeaning, widthMeaning } from '../../../server/core/picture/meanings.ts';
import { capital, number } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Glyph, NodeGlyph } from '../common/glyph.tsx';
import { Meaning } from './meaning.tsx';

/** What the sizes of nodes mean, where that is not how many edges they have. */
export function SizeKey() {
  const { actions } = useExplorer();
  const size = useExplorerState((state) => state.view.size ?? 'degree');
  const { sizeKey = [] } = useExplorerState(nodeLooks);
  if (size === 'degree') return null;
  const { title, says } = sizeMeaning(size);
  return (
    <>
      <Meaning look="Size" title={title} usual="Usual size" lift={() => actions.setSize(undefined)}>
        {says}
      </Meaning>
      <ul>
        {sizeKey.map((row) => (
          <li key={row.title}>
            <Glyph {...sizeSwatch(row.radius)} />
            <span className="title">{row.title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the shapes of nodes mean, where that is not their label. */
export function ShapeKey() {
  const { actions } = useExplorer();
  const shape = useExplorerState((state) => state.view.shape);
  const coloured = useExplorerState((state) => state.view.colour !== undefined);
  const { shapeKey = [] } = useExplorerState(nodeLooks);
  if (shape === undefined) return null;
  const { title, says } = shapeMeaning(shape);
  return (
    <>
      <Meaning look="Shape" title={title} usual="Usual shapes" lift={() => actions.setShape(undefined)}>
        {says}
      </Meaning>
      <ul>
        {shapeKey.map((row) => (
          <li key={row.title}>
            <NodeGlyph shape={row.shape} fill={coloured ? null : undefined} />
            <span className="title">{row.title}</span>
            <span className="count">{number(row.count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the widths of edges mean, where that is not the usual. */
export function WidthKey() {
  const { actions } = useExplorer();
  const width = useExplorerState((state) => state.view.width);
  const { widthKey = [] } = useExplorerState(nodeLooks);
  if (width === undefined) return null;
  const { title, says } = widthMeaning(width);
  return (
    <>
      <Meaning look="Width" title={title} usual="Usual widths" lift={() => actions.setWidth(undefined)}>
        {says} In large graphs all edges are thin until you zoom in.
      </Meaning>
      <ul>
        {widthKey.map((row) => (
          <li key={row.title}>
            <Glyph {...widthSwatch(row.width)} />
            <span className="title">{capital(row.title)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { rowObject } from '../../../state/workbench/export.ts';
import type { Run } from '../../../state/workbench/run.ts';

/** The rows as JSON, each when one looks at it. */
export function RawJson({ run: { columns, rows, count } }: { run: Run }) {
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => 22 * (columns.length + 2),
    overscan: 4,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="raw-json" ref={scroll} tabIndex={0} aria-label="Rows as JSON">
      <div className="result-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <pre
            key={index}
            data-index={index}
            ref={virtual.measureElement}
            style={{ transform: `translateY(${start}px)` }}
          >
            {JSON.stringify(rowObject(columns, rows[index] ?? []), undefined, 2)}
          </pre>
        ))}
      </div>
    </section>
  );
}

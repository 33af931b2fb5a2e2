import { type PointerEvent, useState } from 'react';
import { type Slot, within } from '../state/timeline.ts';
import { amount, dateInWords } from '../state/words.ts';
import { useExplorer, useExplorerState } from './context.ts';

type Span = readonly [number, number];
/** Height of the drawing in its own units: what is above the line and what is below share it. */
const HEIGHT = 100;
/** Above this many places only years are written under the axis. */
const MONTHS_WRITTEN = 16;

/**
 * Edges over time: support and the rest above the line, opposition below it. Dragging across it, or a
 * click, sets the range of dates; the fields under it do the same for the keyboard.
 */
export function Histogram({ slots }: { slots: readonly Slot[] }) {
  const { actions } = useExplorer();
  const [span, setSpan] = useState<Span>();
  const at = (event: PointerEvent<Element>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - left) / width) * slots.length);
    return Math.min(slots.length - 1, Math.max(0, place));
  };
  const finish = () => {
    if (!span) return;
    setSpan(undefined);
    const [first, last] = [Math.min(...span), Math.max(...span)];
    const dates = slots.slice(first, last + 1).flatMap((slot) => ('gap' in slot ? [] : [slot.date]));
    if (dates.length > 0) actions.setRange(dates[0], dates.at(-1));
  };
  return (
    <div
      className="histogram"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setSpan([at(event), at(event)]);
      }}
      onPointerMove={(event) => span && setSpan([span[0], at(event)])}
      onPointerUp={finish}
      onPointerCancel={() => setSpan(undefined)}
    >
      <Bars slots={slots} span={span} />
      <Axis slots={slots} />
    </div>
  );
}

function Bars({ slots, span }: { slots: readonly Slot[]; span: Span | undefined }) {
  const from = useExplorerState((state) => state.view.from);
  const to = useExplorerState((state) => state.view.to);
  const most = (pick: (slot: Exclude<Slot, { gap: true }>) => number) =>
    Math.max(0, ...slots.map((slot) => ('gap' in slot ? 0 : pick(slot))));
  const up = most((slot) => slot.support + slot.other);
  const down = most((slot) => slot.opposition);
  const unit = HEIGHT / Math.max(1, up + down);
  const line = up * unit;
  const chosen = (place: number, date: string) =>
    span ? place >= Math.min(...span) && place <= Math.max(...span) : within(date, from, to);
  return (
    <svg viewBox={`0 0 ${slots.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {slots.map((slot, place) =>
        'gap' in slot ? (
          <line key={slot.after} className="axis-gap" x1={place + 0.5} x2={place + 0.5} y1="0" y2={HEIGHT} />
        ) : (
          <g key={slot.date} data-out={!chosen(place, slot.date)}>
            <title>{tell(slot)}</title>
            <rect className="hit" x={place} y="0" width="1" height={HEIGHT} />
            <Bar
              className="bar-support"
              place={place}
              y={line - slot.support * unit}
              height={slot.support * unit}
            />
            <Bar
              className="bar-other"
              place={place}
              y={line - (slot.support + slot.other) * unit}
              height={slot.other * unit}
            />
            <Bar className="bar-oppose" place={place} y={line} height={slot.opposition * unit} />
          </g>
        ),
      )}
      <line className="axis" x1="0" x2={slots.length} y1={line} y2={line} />
    </svg>
  );
}

function Bar({
  className,
  place,
  y,
  height,
}: {
  className: string;
  place: number;
  y: number;
  height: number;
}) {
  return height > 0 ? (
    <rect className={className} x={place + 0.12} width="0.76" y={y} height={height} />
  ) : null;
}

function tell(slot: Exclude<Slot, { gap: true }>): string {
  const { date, support, opposition, other } = slot;
  const all = amount(support + opposition + other, 'edge');
  return `${dateInWords(date)}: ${all}, ${support} in support, ${opposition} in opposition`;
}

/** The day and month of a date in few letters; nothing of a year. */
function shortDate(date: string): string {
  if (date.length === 4) return '';
  const month = dateInWords(date.slice(0, 7)).slice(0, 3);
  return date.length === 10 ? `${Number(date.slice(8))} ${month}` : month;
}

function Axis({ slots }: { slots: readonly Slot[] }) {
  const written = slots.length <= MONTHS_WRITTEN;
  let year = '';
  return (
    <ol className="axis-labels" aria-hidden="true" style={{ '--places': slots.length } as object}>
      {slots.map((slot) => {
        if ('gap' in slot) return <li key={slot.after}>⋯</li>;
        const changed = slot.date.slice(0, 4) !== year;
        year = slot.date.slice(0, 4);
        const month = written ? shortDate(slot.date) : '';
        return (
          <li key={slot.date}>
            {month}
            {changed && <b>{year}</b>}
          </li>
        );
      })}
    </ol>
  );
}

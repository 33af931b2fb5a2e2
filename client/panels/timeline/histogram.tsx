import { type PointerEvent, useState } from 'react';
import { maxOf } from '../../../server/core/numbers/extremes.ts';
import { amount, dateInWords } from '../../../server/core/words/words.ts';
import { draggedTo, type Grip, gripAt, type Span } from '../../state/time/time-brush.ts';
import { type Slot, within } from '../../state/time/timeline.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

/** Height of the drawing in its own units: what is above the line and what is below share it. */
const HEIGHT = 100;
/** Above this many places only years are written under the axis. */
const MONTHS_WRITTEN = 16;
/** By how much a mouse or a finger may miss an end of the range, in pixels. */
const REACH = 7;
const FINGER_REACH = 20;

/**
 * Edges over time: support and the rest above the line, opposition below it. Dragging across it, or a
 * click, sets the range of dates; a range can be moved, and pulled by its ends. The fields under it do the same for
 * the keyboard.
 */
export function Histogram({ slots }: { slots: readonly Slot[] }) {
  const { actions } = useExplorer();
  const chosen = useChosen(slots);
  const [drag, setDrag] = useState<{ grip: Grip; from: number; span: Span }>();
  const [under, setUnder] = useState<Grip>('new');
  const at = (event: PointerEvent<Element>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * slots.length;
    const place = Math.min(slots.length - 1, Math.max(0, Math.floor(x)));
    const reach = event.pointerType === 'touch' ? FINGER_REACH : REACH;
    return { place, grip: gripAt(x, chosen, (reach * slots.length) / width) };
  };
  const move = (event: PointerEvent<Element>) => {
    const { place, grip } = at(event);
    if (!drag) setUnder(grip);
    else setDrag({ ...drag, span: draggedTo(drag.grip, chosen, [drag.from, place], slots.length) });
  };
  const finish = () => {
    if (!drag) return;
    setDrag(undefined);
    const [first, last] = drag.span;
    const dates = slots.slice(first, last + 1).flatMap((slot) => ('gap' in slot ? [] : [slot.date]));
    if (dates.length > 0) actions.setRange(dates[0], dates.at(-1));
  };
  return (
    <div
      className="histogram"
      data-grip={drag?.grip ?? under}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const { place: from, grip } = at(event);
        setDrag({ grip, from, span: draggedTo(grip, chosen, [from, from], slots.length) });
      }}
      onPointerMove={move}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(undefined)}
    >
      <Bars slots={slots} span={drag?.span ?? chosen} />
      <Axis slots={slots} />
    </div>
  );
}

/** The places of the range of dates that is shown; undefined where that is all there are, or none. */
function useChosen(slots: readonly Slot[]): Span | undefined {
  const from = useExplorerState((state) => state.view.from);
  const to = useExplorerState((state) => state.view.to);
  if (from === undefined && to === undefined) return undefined;
  const isIn = (slot: Slot) => !('gap' in slot) && within(slot.date, from, to);
  const first = slots.findIndex(isIn);
  return first < 0 ? undefined : [first, slots.findLastIndex(isIn)];
}

function Bars({ slots, span }: { slots: readonly Slot[]; span: Span | undefined }) {
  const from = useExplorerState((state) => state.view.from);
  const to = useExplorerState((state) => state.view.to);
  const most = (pick: (slot: Exclude<Slot, { gap: true }>) => number) =>
    maxOf(
      slots.map((slot) => ('gap' in slot ? 0 : pick(slot))),
      0,
    );
  const up = most((slot) => slot.support + slot.other);
  const down = most((slot) => slot.opposition);
  const unit = HEIGHT / Math.max(1, up + down);
  const line = up * unit;
  const chosen = (place: number, date: string) =>
    span ? place >= span[0] && place <= span[1] : within(date, from, to);
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
      {span &&
        [span[0], span[1] + 1].map((x, end) => (
          <line key={end === 0 ? 'first' : 'last'} className="range-end" x1={x} x2={x} y1="0" y2={HEIGHT} />
        ))}
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

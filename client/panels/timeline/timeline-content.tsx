import { useId } from 'react';
import type { TimelineAnswer } from '../../../server/core/contract/answers.ts';
import { amount, dateInWords } from '../../../server/core/words/words.ts';
import { SPEEDS, type Speed } from '../../state/time/playback.ts';
import { datesOf, type Slot, slotsOf, whenOf } from '../../state/time/timeline.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { readySchema } from '../picture/use-shown-graph.ts';
import { Histogram } from './histogram.tsx';

/** The histogram of edges over time, and the fields that set the range. */
export function TimelineContent({ answer }: { answer: TimelineAnswer }) {
  const schema = useExplorerState(readySchema);
  const signs = new Map(schema?.relationshipTypes.map(({ type, sign }) => [type, sign]));
  const slots = slotsOf(answer.bins, (type) => signs.get(type) ?? 0);
  if (slots.length === 0)
    return (
      <div className="none muted">
        No edge here has a date of this kind.
        <When />
      </div>
    );
  return (
    <>
      <Histogram slots={slots} />
      <footer className="timeline-foot">
        <Player />
        <Unit unit={answer.unit} />
        <When />
        <Pickers slots={slots} />
        <div className="note muted">
          <Undated count={answer.undated} />
          {answer.truncated && <span>Counts cut off at a limit</span>}
        </div>
      </footer>
    </>
  );
}

/** Plays the dates one after the other. */
function Player() {
  const { actions } = useExplorer();
  const playing = useExplorerState((state) => state.playing);
  const speed = useExplorerState((state) => state.speed);
  return (
    <div className="pickers">
      <button
        type="button"
        className="icon-button"
        aria-label={playing ? 'Pause the timeline' : 'Play the timeline'}
        onClick={playing ? actions.pause : actions.playTimeline}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <div>
        <select
          aria-label="Speed"
          value={speed}
          onChange={({ target }) => actions.setSpeed(Number(target.value) as Speed)}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const UNITS = { day: 'days', month: 'months', year: 'years' } as const;

function Unit({ unit }: { unit: TimelineAnswer['unit'] }) {
  const { actions } = useExplorer();
  return (
    <div className="pickers">
      <div>
        <select
          aria-label="Count by"
          value={unit}
          onChange={({ target }) => actions.setUnit(target.value as TimelineAnswer['unit'])}
        >
          {Object.entries(UNITS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const WHENS = { held: 'when it held', said: 'when it was said' } as const;
const KNOWN = 'when it held, or was said';

/** What the dates of edges are taken for. */
function When() {
  const { actions } = useExplorer();
  const when = useExplorerState((state) => whenOf(state.view));
  return (
    <div className="pickers when">
      <div>
        <select
          aria-label="Dates tell"
          value={when ?? ''}
          onChange={({ target }) => actions.setWhen(target.value as 'held' | 'said')}
        >
          {when === undefined && <option value="">{KNOWN}</option>}
          {Object.entries(WHENS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Says how many edges have no date, and whether they are shown. */
function Undated({ count }: { count: number }) {
  const { actions } = useExplorer();
  const dated = useExplorerState((state) => state.view.dated ?? false);
  if (count === 0 && !dated) return null;
  return (
    <label>
      <input type="checkbox" checked={!dated} onChange={({ target }) => actions.setDated(!target.checked)} />{' '}
      {amount(count, 'edge')} without a date, {dated ? 'left out' : 'shown'}
    </label>
  );
}

function Pickers({ slots }: { slots: readonly Slot[] }) {
  const { actions } = useExplorer();
  const from = useExplorerState((state) => state.view.from);
  const to = useExplorerState((state) => state.view.to);
  const dates = datesOf(slots);
  return (
    <div className="pickers dates">
      <DatePicker
        label="From"
        none="the beginning"
        dates={dates.filter((date) => !to || date <= to)}
        value={from}
        choose={(date) => actions.setRange(date, to)}
      />
      <DatePicker
        label="to"
        none="the end"
        dates={dates.filter((date) => !from || date >= from)}
        value={to}
        choose={(date) => actions.setRange(from, date)}
      />
    </div>
  );
}

interface DatePickerProps {
  label: string;
  none: string;
  dates: readonly string[];
  value: string | undefined;
  choose: (date: string | undefined) => void;
}

function DatePicker({ label, none, dates, value, choose }: DatePickerProps) {
  const known = value === undefined || dates.includes(value) ? dates : [value, ...dates].sort();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => choose(event.target.value || undefined)}>
        <option value="">{none}</option>
        {known.map((date) => (
          <option key={date} value={date}>
            {dateInWords(date)}
          </option>
        ))}
      </select>
    </div>
  );
}

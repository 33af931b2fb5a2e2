import { useState } from 'react';
import type { Properties } from '../../../server/core/model/graph.ts';
import { dateInWords, propertyInWords } from '../../../server/core/words/words.ts';
import { safeAddress } from '../../state/selection/addresses.ts';
import { OutsideLink } from '../common/outside-link.tsx';

/** Of a longer text so many characters are shown until somebody asks for the rest. */
const LONG = 400;

interface PropertiesProps {
  properties: Properties;
  /** Keys that are told elsewhere. */
  except: readonly string[];
}

/** Whatever else a node or an edge holds, for any database. */
export function PropertyList({ properties, except }: PropertiesProps) {
  const rows = Object.entries(properties).filter(([key, value]) => !except.includes(key) && value !== null);
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{propertyInWords(key)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as it is: what is long is cut, and shown whole when asked for. */
function Value({ value }: { value: unknown }) {
  const [whole, setWhole] = useState(false);
  const text = textOf(value);
  const address = typeof value === 'string' ? safeAddress(value) : undefined;
  if (address) return <OutsideLink to={address}>{text}</OutsideLink>;
  const isLong = text.length > LONG;
  const shown = isLong && !whole ? `${text.slice(0, LONG)} …` : text;
  return (
    <>
      {typeof value === 'object' && !Array.isArray(value) ? <code>{shown}</code> : shown}{' '}
      {isLong && (
        <button type="button" className="text-button" onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all'}
        </button>
      )}
    </>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? dateInWords(value) : String(value);
}

import type { Properties } from '../../../server/core/model/graph.ts';
import { dateInWords, propertyInWords } from '../../../server/core/words/words.ts';
import { safeAddress } from '../../state/selection/addresses.ts';
import { OutsideLink } from '../common/outside-link.tsx';

/** Significant digits up to which a fraction is as it was meant: 0.1 and not 0.09999999999999998. */
const EXACT = 15;

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

function Value({ value }: { value: unknown }) {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ');
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>;
  if (typeof value === 'number')
    return String(Number.isInteger(value) ? value : Number(value.toPrecision(EXACT)));
  const text = String(value);
  const address = safeAddress(text);
  return address ? <OutsideLink to={address}>{text}</OutsideLink> : dateInWords(text);
}

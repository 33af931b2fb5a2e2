import { jsonOf } from '../../../../server/core/model/plain-json.ts';
import type { TypedMap, TypedValue } from '../../../../server/core/model/typed-value.ts';
import { typeAsTitle } from '../../../../server/core/words/words.ts';
import { safeAddress } from '../../../state/selection/addresses.ts';
import { nameOf, textOf } from '../../../state/workbench/typed-text.ts';
import { Icon } from '../../common/icon.tsx';
import { OutsideLink } from '../../common/outside-link.tsx';
import { CopyButton } from '../editor/copy-button.tsx';

type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

interface DetailsProps {
  element: Element;
  /** The rows that hold it, counted from 0. */
  rows: readonly number[];
  goToRow: (row: number) => void;
  close: () => void;
}

/** At most this many rows are listed of an element. */
const LISTED = 8;

/** All that the answer holds of one node or relationship. */
export function ElementDetails({ element, rows, goToRow, close }: DetailsProps) {
  const isNode = element.$type === 'Node';
  const title = isNode ? nameOf(element) : typeAsTitle(element._value._type);
  return (
    <aside className="element-details" aria-label={`Details of ${title}`}>
      <header>
        <div>
          <p className="kind muted">
            {isNode ? element._value._labels.join(', ') || 'Without label' : 'Relationship'}
          </p>
          <h3>{title}</h3>
        </div>
        <button type="button" className="icon-button" aria-label="Close the details" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <Facts map={element._value._properties} />
      <p className="muted">
        <code>{element._value._element_id}</code>
      </p>
      {rows.length > 0 && (
        <p>
          In {rows.length === 1 ? 'row' : 'rows'}{' '}
          {rows.slice(0, LISTED).map((row) => (
            <button key={row} type="button" className="text-button" onClick={() => goToRow(row)}>
              {row + 1}
            </button>
          ))}
          {rows.length > LISTED && `and ${rows.length - LISTED} more`}
        </p>
      )}
      <CopyButton text={() => JSON.stringify(jsonOf(element), undefined, 2)} words="Copy as JSON" />
    </aside>
  );
}

function Facts({ map }: { map: TypedMap }) {
  return (
    <dl className="facts">
      {Object.entries(map).map(([key, value]) => {
        const text = textOf(value);
        const address = safeAddress(text);
        return (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{address ? <OutsideLink to={address}>{text}</OutsideLink> : text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

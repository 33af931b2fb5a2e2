import type { Reading } from '../../workers/files.worker.ts';

const ENCODINGS = [
  ...['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-2'],
  ...['shift_jis', 'gb18030', 'euc-kr', 'windows-1256'],
];

interface ReadingChoicesProps {
  reading: Reading;
  change: (reading: Reading) => void;
}

/** What a person may know better than the file says. */
export function ReadingChoices({
  reading: { missing = 'skip', encoding = '' },
  change,
}: ReadingChoicesProps) {
  return (
    <div className="open-file-choices">
      <label>
        Edges to nodes that are not declared
        <select
          value={missing}
          onChange={(event) => change({ missing: event.target.value === 'make' ? 'make' : 'skip' })}
        >
          <option value="skip">Left out</option>
          <option value="make">Make the nodes</option>
        </select>
      </label>
      <label>
        Encoding
        <select value={encoding} onChange={(event) => change({ encoding: event.target.value })}>
          <option value="">As it seems</option>
          {ENCODINGS.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

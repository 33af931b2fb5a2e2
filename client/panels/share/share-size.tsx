import { useId, useState } from 'react';
import { number } from '../../../server/core/words/words.ts';
import { isLength, SIZE_LIMITS, type SnippetChoice } from '../../state/link/embed-snippet.ts';

type Size = NonNullable<SnippetChoice['size']>;
const SIDES = { width: 'Width', height: 'Height' } as const;
const { least, most } = SIZE_LIMITS;

/** The fixed size of an embed. While what is typed cannot be one, the size before it stays, and that is said. */
export function ShareSize({ size, change }: { size: Size; change: (size: Size) => void }) {
  const [typed, setTyped] = useState({ width: String(size.width), height: String(size.height) });
  const note = useId();
  const wrong = (side: keyof Size) => !isLength(Number(typed[side]));
  const type = (side: keyof Size, text: string) => {
    setTyped({ ...typed, [side]: text });
    if (isLength(Number(text))) change({ ...size, [side]: Math.round(Number(text)) });
  };
  const sides = Object.entries(SIDES) as [keyof Size, string][];
  return (
    <div className="share-size">
      {sides.map(([side, title]) => (
        <label key={side}>
          {title}
          <input
            type="number"
            min={least}
            max={most}
            aria-invalid={wrong(side)}
            aria-describedby={note}
            value={typed[side]}
            onChange={({ target }) => type(side, target.value)}
          />
        </label>
      ))}
      <p id={note} role="alert">
        {sides.some(([side]) => wrong(side)) &&
          `Width and height must be between ${least} and ${number(most)} pixels.`}
      </p>
    </div>
  );
}

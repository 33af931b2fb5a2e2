import type { ReactNode } from 'react';

interface MeaningProps {
  look: 'Size' | 'Colour' | 'Shape' | 'Width';
  title: string;
  /** What the way back to the usual is called. */
  usual: string;
  lift: () => void;
  /** What it says, in sentences. */
  children: ReactNode;
}

/** What a look of nodes or edges means where that is not the usual, and the way back. */
export function Meaning({ look, title, usual, lift, children }: MeaningProps) {
  return (
    <p>
      <strong>
        {look}: {title}.
      </strong>{' '}
      {children}{' '}
      <button type="button" className="text-button" onClick={lift}>
        {usual}
      </button>
    </p>
  );
}

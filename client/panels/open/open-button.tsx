import { useContext } from 'react';
import { ChooseContext } from './data-context.ts';

/** Has files chosen, in words. */
export function OpenButton() {
  const choose = useContext(ChooseContext);
  return (
    <button type="button" className="button" onClick={choose}>
      Open a file…
    </button>
  );
}

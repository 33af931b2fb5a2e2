interface WalkButtonProps {
  name: 'Previous' | 'Next';
  /** Whether there is such a step. */
  possible: boolean;
  go: () => void;
}

/** Goes to the step beside. At the end it stays in place, as a button that is disabled loses the keyboard. */
export function WalkButton({ name, possible, go }: WalkButtonProps) {
  return (
    <button
      type="button"
      className={name === 'Next' ? 'button primary' : 'button'}
      aria-disabled={!possible}
      onClick={() => possible && go()}
    >
      {name}
    </button>
  );
}

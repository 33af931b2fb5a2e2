import { useState } from 'react';
import { useWorkbench } from '../context.ts';

/** How long a button says that it copied, in milliseconds. */
const SAID = 2_000;

interface CopyButtonProps {
  text: () => string;
  words: string;
  className?: string;
}

/** Copies a text and says so; where copying is not allowed, shows it to be copied by hand. */
export function CopyButton({ text, words, className = 'button' }: CopyButtonProps) {
  const copy = useCopy();
  const [copied, setCopied] = useState(false);
  const act = async () => {
    if (!(await copy(text(), 'Copied.'))) return;
    setCopied(true);
    setTimeout(setCopied, SAID, false);
  };
  return (
    <button type="button" className={className} onClick={() => void act()}>
      {copied ? 'Copied' : words}
    </button>
  );
}

/** Gives what copies a text and announces it. */
export function useCopy(): (text: string, said: string) => Promise<boolean> {
  const { announce } = useWorkbench();
  return async (text, said) => {
    try {
      await navigator.clipboard.writeText(text);
      announce(said);
      return true;
    } catch {
      window.prompt('Copy this by hand:', text);
      return false;
    }
  };
}

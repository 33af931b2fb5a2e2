import { type ReactNode, useState } from 'react';

/** How long a button says that it has copied, in milliseconds. */
const COPIED = 2_000;

/** A button that copies, and says so for a moment once it has. */
export function CopyButton({ copy, children }: { copy: () => Promise<boolean>; children: ReactNode }) {
  const [copied, setCopied] = useState(false);
  const press = async () => {
    if (!(await copy())) return;
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED);
  };
  return (
    <button type="button" className="button" onClick={press}>
      {copied ? 'Copied' : children}
    </button>
  );
}

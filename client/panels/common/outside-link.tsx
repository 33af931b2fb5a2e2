import type { ReactNode } from 'react';
import { safeAddress } from '../../state/selection/addresses.ts';
import { Icon } from './icon.tsx';

/** Where a Wikidata id or address leads; undefined when it is neither, or not https. */
export function wikidataAddress(text: string): string | undefined {
  if (/^Q\d+$/.test(text)) return `https://www.wikidata.org/wiki/${text}`;
  const address = safeAddress(text);
  return address?.startsWith('https:') ? address : undefined;
}

/** A link that leaves the product. */
export function OutsideLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="outside" href={to} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="external" />
      <span className="unseen"> (opens in a new tab)</span>
    </a>
  );
}

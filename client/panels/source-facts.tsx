import type { Properties } from '../../server/contract/graph.ts';
import { safeAddress } from '../state/addresses.ts';
import { writtenOf } from '../state/evidence.ts';
import { dateInWords } from '../state/words.ts';
import { OutsideLink } from './outside-link.tsx';

/** What a data set says where it is not known who published a source. */
const UNKNOWN = 'unknown';

interface SourceFactsProps {
  /** Those of the source; none where only its name is known. */
  source: Properties | undefined;
  paragraph?: unknown;
}

/** Where in a source something is written, who published it and when, and where to read it. */
export function SourceFacts({ source = {}, paragraph }: SourceFactsProps) {
  const at = writtenOf(paragraph);
  const published = writtenOf(source.published);
  const where = [
    at && `paragraph ${at}`,
    source.publisher === UNKNOWN ? 'publisher unknown' : writtenOf(source.publisher),
    published && dateInWords(published),
  ].filter(Boolean);
  const address = typeof source.url === 'string' ? safeAddress(source.url) : undefined;
  return (
    <>
      {where.length > 0 && <p className="muted">{where.join(' · ')}</p>}
      {address && <OutsideLink to={address}>Read it</OutsideLink>}
    </>
  );
}

import type { Properties } from '../../../server/core/model/graph.ts';
import { dateInWords } from '../../../server/core/words/words.ts';
import { safeAddress } from '../../state/selection/addresses.ts';
import { writtenOf } from '../../state/selection/evidence.ts';
import { OutsideLink } from '../common/outside-link.tsx';

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

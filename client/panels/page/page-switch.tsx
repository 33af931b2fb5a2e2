import { PUBLISHED_AT } from '../../workers/published-at.ts';

/** The two pages: exploring by eye, and asking in Cypher, which published files cannot answer. */
export function PageSwitch({ here }: { here: 'explorer' | 'cypher' }) {
  if (PUBLISHED_AT !== undefined)
    return (
      <span className="muted" title="These are published files, without a database to ask in Cypher.">
        Published, without Cypher
      </span>
    );
  return (
    <nav className="page-switch" aria-label="Pages">
      <a href="/" aria-current={here === 'explorer' ? 'page' : undefined}>
        Explorer
      </a>
      <a href="/cypher" aria-current={here === 'cypher' ? 'page' : undefined}>
        Cypher
      </a>
    </nav>
  );
}

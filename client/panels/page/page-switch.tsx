/** The two pages: exploring by eye, and asking in Cypher. */
export function PageSwitch({ here }: { here: 'explorer' | 'cypher' }) {
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

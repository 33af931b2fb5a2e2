/** Memory of the managed database, in MB. */
export interface Memory {
  /** At most; it starts small and grows with use. */
  heap: number;
  pageCache: number;
}

/** Measured: one transaction that seeds 10,000 nodes and 50,000 edges with evidence needs some 300 MB. */
export const DEFAULT_MEMORY: Memory = { heap: 1_024, pageCache: 64 };

/**
 * Neo4j's settings for the managed database, by their own names: closed to all but this machine, blind to
 * files and other hosts, and bounded in memory.
 *
 * `db.transaction.timeout` only catches what asks for no limit of its own: measured on both releases, a
 * longer one asked for by the client wins, and 0 lifts it, so large sets can still be seeded.
 */
export function neo4jSettings(memory: Memory, version: string): Record<string, string> {
  // What statements may take together leaves the database room for itself.
  const share = `${Math.floor(memory.heap * 0.6)}m`;
  return {
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'server.memory.heap.max_size': `${memory.heap}m`,
    'server.memory.pagecache.size': `${memory.pageCache}m`,
    'db.memory.transaction.max': share,
    'db.memory.transaction.total.max': share,
    'dbms.memory.transaction.total.max': share,
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
    'db.transaction.timeout': '60s',
    'db.transaction.monitor.check.interval': '500ms',
    'db.transaction.concurrent.maximum': '64',
    'dbms.cypher.forbid_exhaustive_shortestpath': 'true',
    // Left alone, a stop waits ten seconds for transactions that somebody left open.
    'db.shutdown_transaction_end_timeout': '2s',
    'db.tx_log.rotation.retention_policy': '1 files',
    // A new database would take 512 MB of the disk at once, and does not start where they are not free.
    'db.tx_log.preallocate': 'false',
    ...(version.startsWith('5.') ? ONLY_IN_5 : SINCE_2025),
  };
}

/** The text of a `neo4j.conf`. */
export function configurationFile(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `# Rewritten at every start.\n${lines.join('\n')}\n`;
}

// Otherwise every stop waits twice five seconds for the network to fall silent.
const ONLY_IN_5 = { 'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0' };
const SINCE_2025 = {
  'internal.dbms.bolt.netty_server_shutdown_quiet_period_duration': '0s',
  // It would tell the local network that it is there.
  'server.fleet_discovery.enabled': 'false',
};

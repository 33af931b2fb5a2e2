/** Where things may be fetched from. */
export interface Sources {
  /** Whether nothing may be fetched at all. */
  offline: boolean;
  /** The address of Temurin's publisher, or of a mirror. */
  javaMirror: string;
  /** The address of Neo4j's publisher, or of a mirror. */
  neo4jMirror: string;
}

export const PUBLISHERS: Sources = {
  offline: false,
  javaMirror: 'https://api.adoptium.net',
  neo4jMirror: 'https://dist.neo4j.org',
};

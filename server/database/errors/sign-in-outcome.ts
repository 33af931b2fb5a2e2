/** Why nobody can sign in; `reason` is a sentence that names the setting to change, and no host. */
export interface Refusal {
  /** `refused`: another try would end the same. */
  outcome: 'not-yet' | 'refused';
  reason: string;
}

/** What a try to sign in found. */
export type SignIn =
  | { outcome: 'ready' }
  /** The database still has the password that every Neo4j is born with. */
  | { outcome: 'new' }
  | Refusal;

export interface Patience {
  /** How long this one try may take, in milliseconds: a server may accept a connection and never answer. */
  milliseconds: number;
  /** Ends the try. */
  signal: AbortSignal;
}

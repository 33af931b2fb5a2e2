/** One Cypher statement from a file under `cypher/`, documented, with its declared parameters. */
export interface Statement {
  /** Folder and file name without the ending: `read/graph-nodes`. */
  readonly name: string;
  /** What it answers, from its header. */
  readonly purpose: string;
  /** The purpose's first line, for lists. */
  readonly title: string;
  readonly parameters: readonly StatementParameter[];
  readonly returns: string;
  readonly text: string;
}

export interface StatementParameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** What to try it with, as JSON; only library statements have one. */
  readonly example?: unknown;
}

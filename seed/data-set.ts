import type { Story } from '../server/core/model/story.ts';
import type { Entry } from './format/format.ts';

/** A checked data set, as written. */
export interface DataSet {
  id: string;
  title: string;
  types: Entry<'types.yaml'>[];
  sources: Entry<'sources.yaml'>[];
  actors: Entry<'actors.yaml'>[];
  events: Entry<'events.yaml'>[];
  issues: Entry<'issues.yaml'>[];
  edges: Entry<'edges.yaml'>[];
  /** The rules that it is drawn by; they are not loaded into the database. */
  looks: string[];
  /** Told from these files; they are not loaded into the database. */
  stories: Story[];
}

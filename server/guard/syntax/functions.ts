import { Refusal } from '../refusal.ts';
import type { Syntax } from './syntax.ts';

/** Every built-in function of 5.26 and 2026.09 but those that reach files or other graphs. */
const FUNCTIONS = new Set(
  `abs acos all allreduce allshortestpaths any asin atan atan2 avg btrim cardinality ceil ceiling char_length
  character_length coalesce coll.distinct coll.flatten coll.indexof coll.insert coll.max coll.min coll.remove
  coll.sort collect collect_list cos cosh cot coth count date date.realtime date.statement date.transaction
  date.truncate datetime datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement
  datetime.transaction datetime.truncate degrees duration duration.between duration.indays duration.inmonths
  duration.inseconds duration_between e elementid endnode exists exp floor format haversin head id isempty isnan keys
  labels last left length ln local_datetime local_time localdatetime localdatetime.realtime localdatetime.statement
  localdatetime.transaction localdatetime.truncate localtime localtime.realtime localtime.statement
  localtime.transaction localtime.truncate log log10 lower ltrim max min nodes none normalize nullif path_length
  percentilecont percentiledisc percentile_cont percentile_disc pi point point.distance point.withinbbox properties
  property_exists radians rand randomuuid range reduce relationships replace reverse right round rtrim shortestpath
  sign sin single sinh size split sqrt startnode stdev stdev_pop stdev_samp stdevp string.indexof string.join
  string.regexreplace substring sum tail tan tanh time time.realtime time.statement time.transaction time.truncate
  timestamp toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist
  tointegerornull tolower tostring tostringlist tostringornull toupper trim type upper uuid uuid.leastsignificantbits
  uuid.mostsignificantbits valuetype vector vector.similarity.cosine vector.similarity.euclidean
  vector_dimension_count vector_distance vector_norm zoned_datetime zoned_time`.split(/\s+/),
);

/**
 * Functions that somebody installed can do anything, and no plan tells them: only known ones may be called.
 * @param allowed names that the operator of this installation allows besides, in lower case
 * @throws Refusal naming the function
 */
export function checkFunctions({ tokens, calls }: Syntax, allowed: ReadonlySet<string>): void {
  for (const { name, at } of calls) {
    if (FUNCTIONS.has(name) || allowed.has(name)) continue;
    const remedy = "Neo4j's own functions can be, and those named in ENTENTE_CYPHER_FUNCTIONS.";
    throw new Refusal(`The function ${name} may not be called here. ${remedy}`, tokens[at]);
  }
}

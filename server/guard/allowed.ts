/** Operators (without the bracket that tells their variant) that only read, of all runtimes of 5.26 and 2026.09. */
export const READING_OPERATORS: ReadonlySet<string> = new Set(
  `AllNodesScan AntiConditionalApply AntiSemiApply Anti Apply Argument ArgumentTracker AssertSameNode
  AssertSameRelationship AssertingMultiNodeIndexSeek AssertingMultiRelationshipIndexSeek BidirectionalRepeat
  CacheProperties CartesianProduct ConditionalApply DirectedAllRelationshipsScan
  DirectedRelationshipByElementIdSeek DirectedRelationshipByIdSeek DirectedRelationshipFulltextIndexSearch
  DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan
  DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan
  DirectedRelationshipUniqueIndexSeek DirectedRelationshipUniqueIndexSeekByRange
  DirectedRelationshipVectorIndexSearch DirectedUnionRelationshipTypesScan Distinct DynamicDirectedRelationshipTypeLookup
  DynamicLabelNodeLookup DynamicUndirectedRelationshipTypeLookup Eager EagerAggregation EmptyResult EmptyRow
  ExhaustiveLimit Expand Filter IntersectionNodeByLabelsScan LetAntiSemiApply LetSelectOrAntiSemiApply
  LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan
  NodeCountFromCountStore NodeFulltextIndexSearch NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan
  NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin NodeUniqueIndexSeek
  NodeUniqueIndexSeekByRange NodeVectorIndexSearch NonFuseable NonPipelined NonPipelinedStreaming NullifyMetadata
  Optional OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop
  PartitionedAllNodesScan PartitionedDirectedAllRelationshipsScan PartitionedDirectedRelationshipIndexScan
  PartitionedDirectedRelationshipIndexSeek PartitionedDirectedRelationshipIndexSeekByRange
  PartitionedDirectedRelationshipTypeScan PartitionedDirectedUnionRelationshipTypesScan
  PartitionedIntersectionNodeByLabelsScan PartitionedNodeByLabelScan PartitionedNodeIndexScan
  PartitionedNodeIndexSeek PartitionedNodeIndexSeekByRange PartitionedSubtractionNodeByLabelsScan
  PartitionedUndirectedAllRelationshipsScan PartitionedUndirectedRelationshipIndexScan
  PartitionedUndirectedRelationshipIndexSeek PartitionedUndirectedRelationshipIndexSeekByRange
  PartitionedUndirectedRelationshipTypeScan PartitionedUndirectedUnionRelationshipTypesScan
  PartitionedUnionNodeByLabelsScan PartitionedUnwind PathPropagatingBFS PreserveOrder ProcedureCall ProduceResults
  ProjectEndpoints Projection RelationshipCountFromCountStore Repeat RollUpApply SelectOrAntiSemiApply
  SelectOrSemiApply SemiApply ShortestPath ShowConstraints ShowFunctions ShowIndexes ShowProcedures ShowSettings Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top Top1WithTies
  TriadicBuild TriadicFilter TriadicSelection UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek
  UndirectedRelationshipByIdSeek UndirectedRelationshipFulltextIndexSearch UndirectedRelationshipIndexContainsScan
  UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek
  UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan UndirectedRelationshipUniqueIndexSeek
  UndirectedRelationshipUniqueIndexSeekByRange UndirectedRelationshipVectorIndexSearch
  UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan Unwind ValueHashJoin ValueLeftOuterHashJoin
  ValueMergeJoin ValueRightOuterHashJoin VarLengthExpand`.split(/\s+/),
);

const CHANGES = 'changes the graph; only statements that read are served here';
const SCHEMA = 'changes the schema; only statements that read are served here';
const ADMINISTERS = 'administers the database, which is not for readers';

/** Why well-known other operators are not run; what is in neither list is refused as unknown. */
export const REFUSED_OPERATORS: Readonly<Record<string, string>> = {
  LoadCSV: 'reads files or other hosts; pass the rows as a parameter and UNWIND it instead',
  TransactionForeach: 'opens transactions of its own; leave IN TRANSACTIONS out',
  TransactionApply: 'opens transactions of its own; leave IN TRANSACTIONS out',
  ...Object.fromEntries(
    `Create Merge Delete DetachDelete SetProperty SetProperties SetPropertiesFromMap SetNodePropertiesFromMap
    SetNodeProperty SetRelationshipProperty SetRelationshipPropertiesFromMap SetDynamicProperty SetLabels RemoveLabels
    Foreach SubqueryForeach LockNodes LockingMerge MergeInto MergeUniqueNode FusedMerge`
      .split(/\s+/)
      .map((name) => [name, CHANGES]),
  ),
  ...Object.fromEntries(
    'CreateIndex CreateConstraint DropIndex DropConstraint DoNothingIfExists DoNothingIfNotExists'
      .split(' ')
      .map((name) => [name, SCHEMA]),
  ),
  ...Object.fromEntries(
    'AdministrationCommand ShowTransactions TerminateTransactions ShowDatabases ShowCurrentGraphType'
      .split(' ')
      .map((name) => [name, ADMINISTERS]),
  ),
};

/** Procedures that only look at the graph itself. */
export const READING_PROCEDURES: ReadonlySet<string> = new Set([
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
  'db.index.fulltext.listAvailableAnalyzers',
  'db.index.vector.queryNodes',
  'db.index.vector.queryRelationships',
]);

import type { EdgeAnswer } from '../../../server/core/contract/answers.ts';
import type { GraphNode } from '../../../server/core/model/graph.ts';
import { evidenceTerm } from '../../../server/core/words/edge-words.ts';
import { isCoded, NOT_STATED } from '../../../server/core/words/not-stated.ts';
import { dateInWords, edgeClause, signInWords, typeAsTitle } from '../../../server/core/words/words.ts';
import { safeAddress } from '../../state/selection/addresses.ts';
import { writtenOf } from '../../state/selection/evidence.ts';
import { LineOf } from '../common/glyph.tsx';
import { OutsideLink } from '../common/outside-link.tsx';
import { NodeButton } from './node-button.tsx';
import { Pair } from './pair.tsx';
import { PropertyList } from './properties.tsx';
import { SourceFacts } from './source-facts.tsx';

const DATES = ['since', 'until', 'statedOn'] as const;
const TOLD = ['claim', 'source', 'paragraph', 'assertedBy', 'modality', 'confidence', ...DATES];

/** An edge: between whom, what is claimed, by whom, when, and where it is written. */
export function EdgeDetails({ answer }: { answer: EdgeAnswer }) {
  const { edge, from, to } = answer;
  const claim = writtenOf(edge.attributes.properties.claim);
  return (
    <article>
      <Ends answer={answer} />
      {claim !== undefined && <blockquote className="claim">{claim}</blockquote>}
      <Evidence answer={answer} />
      <PropertyList properties={edge.attributes.properties} except={TOLD} />
      <Pair edge={edge} from={from} to={to} />
    </article>
  );
}

function Ends({ answer: { edge, from, to } }: { answer: EdgeAnswer }) {
  const { type, sign } = edge.attributes;
  return (
    <header className="details-head ends">
      <h3 className="unseen">{edgeClause(from.attributes.caption, type, to.attributes.caption)}</h3>
      <NodeButton node={from} />
      <p className="kind">
        <LineOf edge={edge} />
        {typeAsTitle(type)}
        {sign !== 0 && <span className="muted">counts as {signInWords(sign)}</span>}
      </p>
      <NodeButton node={to} />
    </header>
  );
}

function Evidence({ answer: { edge, source, assertedBy } }: { answer: EdgeAnswer }) {
  const { properties } = edge.attributes;
  const said = (key: string) => writtenOf(properties[key]);
  const term = (field: Parameters<typeof evidenceTerm>[0]) => evidenceTerm(field, properties);
  // Of an edge that was coded from a source, what is not known is told as such.
  const missing = isCoded(properties) ? NOT_STATED : undefined;
  const written = source !== undefined || said('source') !== undefined || said('paragraph') !== undefined;
  const facts = [
    {
      term: term('assertedBy'),
      told: assertedBy ? <NodeButton node={assertedBy} /> : (said('assertedBy') ?? missing),
    },
    { term: term('modality'), told: said('modality') ?? missing },
    { term: term('confidence'), told: said('confidence') ?? missing },
    ...DATES.map((key) => ({ term: term(key), told: dateOf(said(key)) })),
    {
      term: term('source'),
      told: written ? (
        <Source source={source} named={said('source')} paragraph={properties.paragraph} />
      ) : undefined,
    },
    { term: term('paragraph'), told: said('paragraph') === undefined ? missing : undefined },
  ].filter(({ told }) => told !== undefined);
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ term: called, told }) => (
        <div key={called}>
          <dt>{called}</dt>
          <dd>{told}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SourceProps {
  source: GraphNode | undefined;
  /** As the edge names it. */
  named: string | undefined;
  paragraph: unknown;
}

function dateOf(date: string | undefined) {
  return date && <time dateTime={date}>{dateInWords(date)}</time>;
}

function Source({ source, named, paragraph }: SourceProps) {
  const address = named === undefined ? undefined : safeAddress(named);
  const name = address ? <OutsideLink to={address}>{named}</OutsideLink> : named;
  return (
    <>
      {source ? <NodeButton node={source} /> : name}
      <SourceFacts source={source?.attributes.properties} paragraph={paragraph} />
    </>
  );
}

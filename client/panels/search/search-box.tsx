import { useContext, useEffect, useState } from 'react';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { SearchHit } from '../../../server/core/contract/search.ts';
import { primaryLabel } from '../../../server/core/looks/look.ts';
import { typeInWords } from '../../../server/core/words/words.ts';
import type { ExplorerState } from '../../state/store.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { NodeGlyph } from '../common/glyph.tsx';
import { Icon } from '../common/icon.tsx';
import { focusPicture, usePlace, usePlaces } from '../common/places.ts';
import { useCanvas } from '../picture/canvas-context.ts';
import { useShapes, useShown } from '../picture/use-shown-graph.ts';

/** Ids of what is offered of all hits together; no key is empty or begins so. */
const ADD_ALL = '\u001fadd';
const START = '\u001fstart';

interface Found {
  id: string;
  /** Undefined for what is offered of all hits together. */
  hit: SearchHit | undefined;
  title: string;
}

/** Search as you type; choosing adds the node to the canvas where it is not on it, selects the node and brings it into view. */
export function SearchBox() {
  const { actions } = useExplorer();
  const { focusOn } = useCanvas();
  const search = useExplorerState((state) => state.search);
  const places = usePlaces();
  const shapes = useShapes();
  const { index } = useShown();
  const last = useLastHits(search);
  const hits = last ?? NONE;
  const lacking = hits.filter(({ key }) => !index.nodes.has(key)).map(({ key }) => key);
  const all = hits.map(({ key }) => key);
  const choose = (id: unknown) => {
    if (typeof id !== 'string') return;
    const [first = ''] = id === ADD_ALL ? lacking : all;
    if (id === ADD_ALL) actions.add(lacking);
    else if (id === START) actions.startFrom(all);
    else actions.choose(id);
    actions.search('');
    focusOn(id === ADD_ALL || id === START ? first : id);
    // The keyboard goes on from the picture, which starts at what is selected.
    focusPicture(places);
  };
  const awaitFirst = useFirstHit(search, choose);
  const searchField = usePlace('search');
  const type = (text: string) => {
    if (!text.startsWith('>')) return actions.search(text);
    actions.search('');
    actions.setPalette(true);
  };
  const items: Found[] = [
    ...hits.map((hit) => ({ id: hit.key, hit, title: hit.caption })),
    ...(lacking.length > 1
      ? [{ id: ADD_ALL, hit: undefined, title: `Add the ${lacking.length} not on the canvas` }]
      : []),
    ...(hits.length > 0
      ? [
          {
            id: START,
            hit: undefined,
            title: `Start from ${hits.length === 1 ? 'this' : `these ${hits.length}`} alone`,
          },
        ]
      : []),
  ];
  return (
    <search className="search">
      <ComboBox
        aria-label="Search nodes"
        items={items}
        inputValue={search.text}
        onInputChange={type}
        selectedKey={null}
        onSelectionChange={choose}
        allowsEmptyCollection={last !== undefined}
        allowsCustomValue
        menuTrigger="input"
      >
        <OpenOnceFound search={search} />
        <Icon name="search" />
        <Input
          ref={searchField}
          className="search-input"
          placeholder="Search by name or alias"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onKeyDown={(event) => {
            const chosen = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !chosen) awaitFirst();
          }}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
        <Popover className="popover search-popover" offset={6} placement="bottom start">
          <search aria-label="Search results">
            <ListBox<Found>
              className="menu"
              aria-label="Found"
              renderEmptyState={() => <Nothing search={search} />}
            >
              {({ id, hit, title }) =>
                hit ? (
                  <ListBoxItem id={id} textValue={title} className="menu-item hit">
                    <NodeGlyph shape={shapes(primaryLabel(hit.labels))} />
                    <span>{title}</span>
                    <small>{describe(hit)}</small>
                    <small className="hit-act">{index.nodes.has(id) ? 'Go to' : 'Add'}</small>
                  </ListBoxItem>
                ) : (
                  <ListBoxItem id={id} textValue={title} className="menu-item hit-all">
                    {title}
                  </ListBoxItem>
                )
              }
            </ListBox>
          </search>
        </Popover>
      </ComboBox>
    </search>
  );
}

/** Chooses the first hit, as soon as there is one for what is typed now: who types fast does not wait for it. */
function useFirstHit(search: ExplorerState['search'], choose: (key: string) => void): () => void {
  const [awaited, setAwaited] = useState<string>();
  const [first] = hitsOf(search);
  useEffect(() => {
    if (awaited === undefined || (awaited === search.text && search.found.state === 'loading')) return;
    setAwaited(undefined);
    if (awaited === search.text && first) choose(first.key);
  });
  return () => setAwaited(search.text);
}

/** Opens the list with the first answer: one that is open before it is told to be empty. */
function OpenOnceFound({ search: { found } }: { search: ExplorerState['search'] }) {
  const box = useContext(ComboBoxStateContext);
  const isAnswered = found.state === 'ready' || found.state === 'failed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer, so that a list that was closed since stays so.
  useEffect(() => {
    if (isAnswered && box?.isFocused) box.open(null, 'input');
  }, [isAnswered]);
  return null;
}

/**
 * What was found last stays until the next letter is searched: nothing flickers, and nobody hears of no hits between.
 * Undefined before the first answer.
 */
function useLastHits(search: ExplorerState['search']): readonly SearchHit[] | undefined {
  const [last, setLast] = useState<readonly SearchHit[]>();
  const hits =
    search.found.state === 'loading' ? last : search.found.state === 'idle' ? undefined : hitsOf(search);
  useEffect(() => setLast(hits), [hits]);
  return hits;
}

const NONE: readonly SearchHit[] = [];

function hitsOf({ found }: ExplorerState['search']): readonly SearchHit[] {
  return found.state === 'ready' ? found.value.hits : NONE;
}

/** The label, and what matched where that is not the caption itself. */
function describe(hit: SearchHit): string {
  const label = primaryLabel(hit.labels);
  if (hit.matched.text === hit.caption) return label;
  const property = typeInWords(hit.matched.property).replace(/^aliases$/, 'alias');
  return [label, `${property}: ${hit.matched.text}`].filter(Boolean).join(' · ');
}

function Nothing({ search }: { search: ExplorerState['search'] }) {
  const { found } = search;
  if (found.state === 'failed') return <p className="menu-note">{found.message}</p>;
  return <p className="menu-note">Nothing is named like “{search.text.trim()}”. Try fewer letters.</p>;
}

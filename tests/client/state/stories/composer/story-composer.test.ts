import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../../../client/state/explorer.ts';
import type { Memory } from '../../../../../client/state/panels.ts';
import { MOST_DRAFTS, MOST_KEPT } from '../../../../../client/state/stories/composer/draft-memory.ts';
import { createStoryComposer } from '../../../../../client/state/stories/composer/story-composer.ts';
import { BUILT_IN_SET, openDataSet } from '../../../../../seed/seed.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../../world.ts';

const SET = join(import.meta.dirname, '../../../../../seed/data', BUILT_IN_SET);
const GRAPH = graphOf(
  ['a', 'b', 'c'].map((key) => node(key)),
  [edge('1', 'a', 'b')],
);
let closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

/** What a browser remembers, up to some number of characters. */
function memoryOf(most = Number.POSITIVE_INFINITY): Memory & { texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => {
      if (text.length > most) throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
      texts.set(name, text);
    },
  };
}

async function open(search = '', memory: Memory | undefined = memoryOf()) {
  const { call, asked } = serve({
    status: () => statusOf('ready'),
    schema: () => ({
      ...{ labels: [], relationshipTypes: [], modalities: [], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({ unit: 'month', bins: [], undated: 1, truncated: false }),
    graph: () => GRAPH,
    node: ({ path }) => ({ node: node(path?.id ?? ''), edgeCounts: [] }),
    neighbourhood: () => GRAPH,
  });
  const explorer = startExplorer({ call, link: historyOf(search), memory });
  closing.push(explorer.close);
  await until(() => explorer.store.getState().graph.state === 'ready');
  let time = 0;
  const composer = createStoryComposer(explorer.store, memory, () => ++time);
  const draft = () => composer.state.getState().open?.draft;
  const titles = () => draft()?.steps.map(({ title }) => title);
  return { ...explorer, composer, draft, titles, asked, memory };
}

/** A story of three steps called A, B and C, of which C is written on. */
async function openThree(memory?: Memory) {
  const world = await open('', memory);
  for (const key of ['a', 'b', 'c']) {
    world.actions.select([key]);
    world.composer.capture();
  }
  return world;
}

describe('composing a story', () => {
  it('captures what the picture shows, and nothing of the reader or of another story', async () => {
    const { composer, draft } = await open(
      '?story=old&step=2&focus=a&depth=1&hide=b&select=a&theme=dark&table=true&caption=Said&snapshot=one&unit=year',
    );
    composer.capture();
    expect(draft()?.steps).toEqual([
      { key: '1', title: 'Said', caption: 'Said', notes: '', view: 'focus=a&depth=1&hide=b&select=a' },
    ]);
  });

  it.each([
    ['', 'The whole picture'],
    ['?type=SUPPORTS&type=OPPOSES', 'Supports, opposes'],
    ['?type=SUPPORTS&from=2025-11&to=2025-12', 'Supports, November 2025 to December 2025'],
    ['?from=2025-11', 'From November 2025'],
    ['?confidence=stated', 'A part of the picture'],
    ['?type=A&type=B&type=C&type=D', 'A part of the picture'],
    ['?hide=b', 'A part of the picture'],
  ])('calls a step by what of the data is shown where nothing is selected: %s', async (search, title) => {
    const { composer, titles } = await open(search);
    composer.capture();
    expect(titles()).toEqual([title]);
  });

  it('adds a step after the one that is written on, and captures one anew', async () => {
    const { composer, titles, draft, actions } = await openThree();
    composer.select('1');
    actions.select(['b']);
    composer.capture();
    expect(titles()).toEqual(['A', 'B', 'B', 'C']);
    expect(composer.state.getState().selected).toBe('4');
    actions.clearSelection();
    composer.recapture('4');
    expect(draft()?.steps[1]?.view).toBe('');
  });

  it('moves, duplicates and removes steps, and undoes and redoes each', async () => {
    const { composer, titles, store } = await openThree();
    composer.move(['3'], '1', 'before');
    expect(titles()).toEqual(['C', 'A', 'B']);
    composer.duplicate('1');
    expect(titles()).toEqual(['C', 'A', 'A', 'B']);
    composer.remove('1');
    expect(titles()).toEqual(['C', 'A', 'B']);
    expect(store.getState().announcement).toBe('Step 2 is removed; undo brings it back.');
    composer.undo();
    expect([titles(), store.getState().announcement]).toEqual([
      ['C', 'A', 'A', 'B'],
      'Undone: remove step 2.',
    ]);
    composer.undo();
    composer.undo();
    expect(titles()).toEqual(['A', 'B', 'C']);
    composer.redo();
    expect(titles()).toEqual(['C', 'A', 'B']);
  });

  it('takes what is written into one field at a stretch for one change', async () => {
    const { composer, draft } = await openThree();
    for (const text of ['N', 'Ne', 'New']) composer.writeStep('1', 'title', text);
    composer.writeStep('1', 'caption', 'Words');
    composer.undo();
    composer.undo();
    expect(draft()?.steps[0]).toMatchObject({ title: 'A', caption: '' });
  });

  it('keeps steps whatever is done, so that undoing all gives what there was', async () => {
    const { composer, draft } = await openThree();
    const before = draft();
    const key = fc.constantFrom('1', '2', '3', '4', '5');
    const turn = fc.oneof(
      fc.tuple(key, key, fc.constantFrom('before' as const, 'after' as const)).map(
        ([from, to, side]) =>
          () =>
            composer.move([from], to, side),
      ),
      key.map((each) => () => composer.duplicate(each)),
      key.map((each) => () => composer.remove(each)),
      fc.tuple(key, fc.string()).map(
        ([each, text]) =>
          () =>
            composer.writeStep(each, 'caption', text),
      ),
    );
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        const undoable = composer.state.getState().open?.past.length ?? 0;
        for (const act of turns) act();
        const keys = draft()?.steps.map((step) => step.key) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
        while ((composer.state.getState().open?.past.length ?? 0) > undoable) composer.undo();
        expect(draft()).toEqual(before);
      }),
    );
  });

  it('saves what the command that seeds takes, and opens it again as it was', async () => {
    const world = await open('?focus=nato&depth=1');
    const { composer, actions, draft } = world;
    composer.capture();
    composer.write('title', 'The alliance: a *story*');
    composer.writeStep('1', 'title', 'One: “two”');
    composer.writeStep('1', 'caption', 'See [this](https://example.org).\n\n- a\n- b');
    actions.startFromEverything();
    composer.capture();
    composer.writeStep('2', 'caption', 'All.');
    composer.writeStep('2', 'notes', 'Wait: # here');
    const file = composer.file();
    expect(composer.faults().filter(({ ofData }) => !ofData)).toEqual([]);
    expect(file?.name).toBe('the-alliance-a-story.yaml');
    const folder = mkdtempSync(join(tmpdir(), 'entente-composed-'));
    try {
      cpSync(SET, folder, { recursive: true });
      writeFileSync(join(folder, 'stories', file?.name ?? ''), file?.text ?? '');
      const story = openDataSet(folder).stories.find(({ id }) => id === 'the-alliance-a-story');
      expect(story).toMatchObject({
        title: 'The alliance: a *story*',
        steps: [
          { title: 'One: “two”', view: 'focus=nato&depth=1' },
          { caption: 'All.', view: '' },
        ],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const before = draft();
    composer.openFile('the-alliance-a-story.yaml', file?.text ?? '');
    expect(draft()).toEqual({ ...before, name: 'the-alliance-a-story' });
  });

  it('opens every story of the built-in set, and saves it with nothing changed', async () => {
    const { composer } = await open();
    for (const story of openDataSet(SET).stories) {
      composer.openStory(story);
      const first = composer.file();
      const own = composer.faults().filter(({ ofData }) => !ofData);
      expect([first?.name, own]).toEqual([`${story.id}.yaml`, []]);
      composer.openFile(first?.name ?? '', first?.text ?? '');
      expect(composer.file()).toEqual(first);
    }
  });

  it('says what is to be put right, by step, before it can be saved', async () => {
    const { composer } = await open('?focus=zzzz');
    composer.capture();
    composer.writeStep('1', 'title', ' ');
    expect(composer.faults()).toEqual([
      { message: 'title: is empty.' },
      { step: '1', message: 'title: is empty.' },
      { step: '1', message: 'caption: is empty.' },
    ]);
    composer.write('title', 'T');
    composer.write('name', 'No Name');
    composer.writeStep('1', 'title', 'S');
    composer.writeStep('1', 'caption', '[x](javascript:alert(1))');
    expect(composer.faults().map(({ message }) => message)).toEqual([
      expect.stringMatching(/^caption: links to javascript:alert\(1\)/),
      'view: no node is called zzzz. Known are a, b, c.',
      expect.stringMatching(/^file name: is not kebab-case/),
    ]);
  });

  it('tells what is wrong with a file by line, and leaves what was open as it was', async () => {
    const { composer, titles } = await openThree();
    composer.openFile('bad.yaml', 'title: A\nsteps:\n  - title: B\n    captoin: C\n    view: ""\n');
    expect(composer.state.getState().refused).toEqual({
      name: 'bad.yaml',
      problems: [
        { path: 'bad.yaml:3', message: 'lacks the field steps.1.caption; add it.' },
        { path: 'bad.yaml:4', message: 'has the unknown field captoin. Did you mean caption?' },
      ],
    });
    expect(titles()).toEqual(['A', 'B', 'C']);
    composer.openFile('huge.yaml', ' '.repeat(2_000_001));
    expect(composer.state.getState().refused?.problems[0]?.message).toMatch(/is longer than/);
  });
});

describe('a draft', () => {
  it('is there again after the page was loaded anew, as it was left', async () => {
    const { memory, draft } = await openThree();
    const again = await open('', memory);
    expect(again.draft()).toEqual(draft());
    again.composer.leave();
    expect((await open('', memory)).draft()).toBeUndefined();
    expect(again.composer.state.getState().known).toHaveLength(1);
  });

  it('is at the step that it was left at, after the page was loaded anew and opened from the list', async () => {
    const { composer, memory } = await openThree();
    const selected = ({ state }: typeof composer) => state.getState().selected;
    expect(selected((await open('', memory)).composer)).toBe('3');
    composer.select('2');
    expect(selected((await open('', memory)).composer)).toBe('2');
    const id = composer.state.getState().open?.id ?? '';
    composer.leave();
    composer.openDraft(id);
    expect(selected(composer)).toBe('2');
    composer.remove('2');
    expect(selected((await open('', memory)).composer)).toBe('3');
  });

  it('keeps what another window wrote in it when a step is only looked at', async () => {
    const { composer, memory } = await openThree();
    const other = await open('', memory);
    other.composer.writeStep('1', 'title', 'Better');
    composer.select('2');
    expect((await open('', memory)).titles()).toEqual(['Better', 'B', 'C']);
  });

  it('leaves others in peace, and can be opened and forgotten', async () => {
    const { composer, titles, memory } = await openThree();
    const id = composer.state.getState().open?.id ?? '';
    composer.start();
    composer.write('title', 'Other');
    expect(composer.state.getState().known.map(({ draft }) => draft.title)).toEqual(['Other', '']);
    composer.openDraft(id);
    expect(titles()).toEqual(['A', 'B', 'C']);
    composer.leave();
    composer.forget(id);
    expect((await open('', memory)).composer.state.getState().known).toHaveLength(1);
  });

  it.each([
    ['there is no more room', () => memoryOf(200), 'full'],
    [
      'nothing can be remembered',
      () => ({
        getItem: () => null,
        setItem: () => {
          throw new Error('No.');
        },
      }),
      'full',
    ],
    ['there is no memory at all', () => undefined, 'forbidden'],
  ])('goes on where %s, and says that it is not kept', async (_, make, kept) => {
    const { store, composer, titles, actions } = await open('', memoryOf());
    const own = createStoryComposer(store, make());
    own.capture();
    own.writeStep('1', 'caption', 'x'.repeat(300));
    expect([own.state.getState().kept, own.state.getState().open?.draft.steps.length]).toEqual([kept, 1]);
    actions.select(['a']);
    composer.capture();
    expect([composer.state.getState().kept, titles()]).toEqual(['kept', ['A']]);
  });

  it('is one of so many, and of no more than so much text', async () => {
    const { composer } = await open();
    for (let at = 0; at <= MOST_DRAFTS; at += 1) {
      expect(composer.state.getState().kept).toBe('kept');
      composer.start();
      composer.write('title', `${at}`);
    }
    expect(composer.state.getState().kept).toBe('full');
    const other = (await open()).composer;
    other.write('title', 'x'.repeat(MOST_KEPT));
    expect(other.state.getState().kept).toBe('full');
  });

  it.each(['', 'null', '{"drafts":[{"id":"x"}]}', '{"__proto__":{"drafts":[]}}', '[1]'])(
    'is not made of what was remembered otherwise: %s',
    async (text) => {
      const memory = memoryOf();
      memory.texts.set('entente.drafts', text);
      const { composer } = await open('', memory);
      expect(composer.state.getState()).toMatchObject({ open: undefined, known: [] });
    },
  );

  it('is told from any step on, as it is now, and after the page was loaded anew', async () => {
    const { composer, store, memory, actions, asked } = await openThree();
    composer.play('2');
    const id = composer.state.getState().open?.id;
    expect(store.getState().view).toEqual({ story: id, step: 2, select: ['b'] });
    composer.writeStep('2', 'title', 'Better');
    expect(store.getState().story).toMatchObject({ value: { steps: [{}, { title: 'Better' }, {}] } });
    actions.tellStep(3);
    expect(store.getState().view.select).toEqual(['c']);
    expect(asked.map(({ name }) => name)).not.toContain('story');
    const again = await open(`?story=${id}&step=2`, memory);
    await until(() => again.store.getState().story.state === 'ready');
    expect(again.store.getState().view.select).toEqual(['b']);
    expect(again.asked.map(({ name }) => name)).not.toContain('story');
  });

  it('of another browser is said to be there alone', async () => {
    const { store } = await open('?focus=a&story=draft-0123');
    await until(() => store.getState().story.state === 'failed');
    expect(store.getState().story).toMatchObject({ message: expect.any(String) });
  });
});

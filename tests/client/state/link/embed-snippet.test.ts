import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  embedAddress,
  isLength,
  SNIPPETS,
  type SnippetChoice,
  type SnippetKind,
  snippetOf,
  snippetsAt,
  usualSize,
  withStory,
} from '../../../../client/state/link/embed-snippet.ts';
import { DEFAULT_EMBED, readEmbed } from '../../../../server/core/contract/embed.ts';

const origin = 'https://graphs.example.org';
const choice = (fields: Partial<SnippetChoice> = {}): SnippetChoice => ({
  kind: 'frame',
  options: DEFAULT_EMBED,
  theme: undefined,
  size: undefined,
  ...fields,
});

describe('the snippet of an embed', () => {
  it('leads to the view, the options and the snapshot that were chosen', () => {
    const options = { legend: false, captions: true, controls: false, interaction: 'hover' } as const;
    const view = { type: ['A'], caption: 'Who & what', table: true };
    const address = embedAddress({ origin, view, snapshot: 'S' }, choice({ options, theme: 'dark' }));
    const read = readEmbed(new URL(address).search.slice(1));
    expect(read).toEqual({
      view: { type: ['A'], caption: 'Who & what', snapshot: 'S', theme: 'dark' },
      options,
      problems: [],
    });
  });

  it('carries a link inside its tag, for where the server is gone or scripts are blocked', () => {
    const view = { type: ['A'], caption: 'Who "&" what' };
    const tag = snippetOf({ origin, view, snapshot: 'S' }, choice({ kind: 'component', theme: 'dark' }));
    expect(tag).toMatch(
      />\n<entente-graph [^>]*><a href="https:\/\/graphs\.example\.org\/\?type=A&amp;[^"]*theme=dark[^"]*">Who &quot;&amp;&quot; what<\/a><\/entente-graph>$/,
    );
  });

  it('leads to the file of the whole, or of the step of a story, in a published folder', () => {
    const at = { origin: 'https://example.org/g/S', isPublished: true, snapshot: 'S' };
    expect(embedAddress({ ...at, view: { type: ['A'] } }, choice())).toBe(
      `${at.origin}/embed/index.html?type=A&snapshot=S`,
    );
    const told = choice({ story: 'eve', theme: 'dark' });
    const first = embedAddress({ ...at, view: {} }, told);
    expect(first.split('?')[0]).toBe(`${at.origin}/embed/eve/1/index.html`);
    expect(readEmbed(new URL(first).search.slice(1)).view).toEqual({
      ...{ story: 'eve', step: 1, theme: 'dark', snapshot: 'S' },
    });
    expect(embedAddress({ ...at, view: { story: 'eve', step: 3 } }, told)).toContain(
      '/embed/eve/3/index.html?',
    );
    const tag = snippetOf({ ...at, view: {} }, choice({ kind: 'component', story: 'eve' }));
    // Also where no script runs, of what has a picture of its own.
    expect(tag).toContain(
      `<img src="${at.origin}/embed/eve/1/card.png" alt="Relationship graph" width="600"`,
    );
    expect(tag).toContain('loading="lazy"></a></entente-graph>');
    const whole = snippetOf({ ...at, view: { theme: 'dark' } }, choice({ kind: 'component' }));
    expect(whole).toContain(`<img src="${at.origin}/embed/card.png"`);
    const other = snippetOf({ ...at, view: { type: ['A'] } }, choice({ kind: 'component' }));
    expect(other).not.toContain('<img');
    expect(tag).toContain(`src="${at.origin}/embed.js"`);
    expect(tag).toContain(`src="${at.origin}"`);
  });

  it('leads to a story at the step that is shown, and to nothing else of the view', () => {
    const view = { story: 'eve', step: 3, focus: ['a'], table: true };
    const shared = { origin, view, snapshot: undefined };
    expect(embedAddress(shared, choice({ story: 'eve' }))).toBe(`${origin}/embed?story=eve&step=3`);
    expect(embedAddress(shared, choice({ story: 'other' }))).toBe(`${origin}/embed?story=other`);
    expect(embedAddress(shared, choice())).toBe(`${origin}/embed?focus=a`);
    expect(snippetOf(shared, choice({ kind: 'component', story: 'eve' }))).toContain(
      `<entente-graph story="eve" step="3" view="" src="${origin}"`,
    );
  });

  it('is titled as the story that it tells, else as its view', () => {
    const stories = [{ id: 'eve', title: 'The eve of "it"' }];
    const shared = { origin, view: { caption: 'A view\nand more' }, snapshot: undefined, stories };
    for (const kind of ['frame', 'component'] as const) {
      expect(snippetOf(shared, choice({ kind, story: 'eve' }))).toContain(
        'title="The eve of &quot;it&quot;"',
      );
      expect(snippetOf(shared, choice({ kind, story: 'other' }))).toContain('title="Relationship graph"');
      expect(snippetOf(shared, choice({ kind }))).toContain('title="A view"');
    }
  });

  it('is a picture in the colours of the reader and a link, of a size known beforehand, for a README', () => {
    const shared = { origin, view: { caption: 'Who' }, snapshot: 'S' };
    const written = snippetOf(shared, choice({ kind: 'readme' }));
    expect(written).toBe(
      `<a href="${origin}/?caption=Who&amp;snapshot=S"><picture><source media="(prefers-color-scheme: dark)" srcset="` +
        `${origin}/card.png?theme=dark&amp;caption=Who&amp;snapshot=S"><img src="${origin}/card.png?theme=light&amp;caption=Who` +
        `&amp;snapshot=S" alt="Who" width="600" height="315" style="max-width:100%;height:auto"></picture></a>`,
    );
    expect(snippetOf(shared, choice({ kind: 'readme', theme: 'dark' }))).not.toContain('<source');
  });

  it('is a picture with a link in words for an e-mail, whose pictures may be blocked', () => {
    const shared = { origin, view: {}, snapshot: undefined, stories: [{ id: 'eve', title: 'The eve' }] };
    expect(snippetOf(shared, choice({ kind: 'email', story: 'eve' }))).toMatch(
      /^<p><a href="[^"]+story=eve"><img src="[^"]+\/card\.png\?story=eve" alt="The eve" [^>]*><\/a><\/p>\n<p><a href="[^"]+story=eve">The eve<\/a><\/p>$/,
    );
  });

  it('is the address of the embed alone where a site makes of it what oEmbed says', () => {
    const shared = { origin, view: { type: ['A'] }, snapshot: undefined };
    const at = choice({ kind: 'address', options: { ...DEFAULT_EMBED, legend: false } });
    expect(snippetOf(shared, at)).toBe(`${origin}/embed?type=A&legend=false`);
  });

  it('is no picture in a published folder, which no server draws', () => {
    expect(Object.keys(snippetsAt())).toEqual(Object.keys(SNIPPETS));
    expect(Object.keys(snippetsAt(true))).toEqual(['frame', 'component', 'address', 'link']);
  });

  it('keeps the room of the web component before its script is there', () => {
    const shared = { origin, view: {}, snapshot: undefined };
    expect(snippetOf(shared, choice({ kind: 'component' }))).toContain(
      'style="display:block;min-height:480px"',
    );
    expect(snippetOf(shared, choice({ kind: 'component', size: { width: 640, height: 500 } }))).toContain(
      'style="display:block;min-height:500px;width:640px;max-width:100%"',
    );
  });

  it('says nothing of options that are as usual', () => {
    expect(embedAddress({ origin, view: {}, snapshot: undefined }, choice())).toBe(`${origin}/embed`);
  });

  it('keeps whatever a view says inside its attributes', () => {
    const kinds = fc.constantFrom(
      ...(Object.keys(SNIPPETS) as SnippetKind[]).filter((kind) => kind !== 'address'),
    );
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('"><script>', '&quot;', '</a>'));
    fc.assert(
      fc.property(kinds, text, text, (kind, caption, key) => {
        const view = { caption, focus: [key] };
        const written = snippetOf({ origin, view, snapshot: undefined }, choice({ kind }));
        const bare = written.replaceAll(/="[^"]*"/g, '=""').replaceAll(/>[^<]*<\/a>/g, '></a>');
        expect([
          '<iframe src="" title="" style="" loading="" allowfullscreen></iframe>',
          '<script type="" src=""></script>\n<entente-graph view="" src="" style="" title=""><a href=""></a></entente-graph>',
          '<a href=""><picture><source media="" srcset=""><img src="" alt="" width="" height="" style=""></picture></a>',
          '<p><a href=""><img src="" alt="" width="" height="" style=""></a></p>\n<p><a href=""></a></p>',
          '<a href=""></a>',
        ]).toContain(bare);
      }),
    );
  });

  it('gives a story the height that its caption and buttons need below the picture', () => {
    const shared = { origin, view: {}, snapshot: undefined };
    expect(snippetOf(shared, choice())).toContain('min-height:24rem');
    expect(snippetOf(shared, choice({ story: 'eve' }))).toContain('min-height:44rem');
    expect(usualSize('eve').height).toBeGreaterThan(usualSize(undefined).height);
  });

  it('fits a fixed size that nobody set to a story chosen later, and leaves one that was set', () => {
    const fixed = choice({ size: usualSize(undefined) });
    expect(withStory(fixed, 'eve')).toEqual({ ...fixed, story: 'eve', size: usualSize('eve') });
    expect(withStory(withStory(fixed, 'eve'), undefined).size).toEqual(usualSize(undefined));
    const set = choice({ size: { width: 640, height: 480 } });
    expect(withStory(set, 'eve').size).toEqual({ width: 640, height: 480 });
    expect(withStory(choice(), 'eve')).toEqual(choice({ story: 'eve' }));
  });

  it.each([199, 4001, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d pixels wide', (pixels) =>
    expect(isLength(pixels)).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../../server/core/words/citation/citation.ts';
import type { Cited } from '../../../../../server/core/words/citation/cited.ts';

const VIEW: Cited = {
  title: 'Who supports what',
  dataSets: ['nato-2025-12'],
  sources: ['News report of 2 December 2025', 'Treaty'],
  snapshot: 'XsDaU_MJ0OqBqqzu',
  link: 'https://graphs.example.org/?type=SUPPORTS&snapshot=XsDaU_MJ0OqBqqzu',
  accessed: '2026-12-01',
  version: '0.1.0',
};
const BARE: Cited = {
  ...VIEW,
  dataSets: [],
  sources: [],
  snapshot: undefined,
  link: 'http://127.0.0.1:4400/',
};

describe('a citation of a view', () => {
  it('is a reference in APA style, with the day of access', () => {
    expect(CITATIONS.apa.write(VIEW)).toBe(
      'Who supports what [Interactive graph; data set nato-2025-12, snapshot XsDaU_MJ0OqBqqzu; sources: News report of ' +
        '2 December 2025; Treaty]. (n.d.). Entente (Version 0.1.0). Retrieved December 1, 2026, from ' +
        'https://graphs.example.org/?type=SUPPORTS&snapshot=XsDaU_MJ0OqBqqzu',
    );
    expect(CITATIONS.apa.write(BARE)).toBe(
      'Who supports what [Interactive graph]. (n.d.). Entente (Version 0.1.0). Retrieved December 1, 2026, from ' +
        'http://127.0.0.1:4400/',
    );
  });

  it('is an entry in Chicago style', () => {
    expect(CITATIONS.chicago.write(VIEW)).toBe(
      '“Who supports what.” Interactive graph. Data set nato-2025-12, snapshot XsDaU_MJ0OqBqqzu. Sources: News report of ' +
        '2 December 2025; Treaty. Entente, version 0.1.0. Accessed December 1, 2026. ' +
        'https://graphs.example.org/?type=SUPPORTS&snapshot=XsDaU_MJ0OqBqqzu.',
    );
    expect(
      CITATIONS.chicago.write({ ...BARE, title: 'Who is “in”, who "out"?', accessed: '2026-05-31' }),
    ).toBe(
      '“Who is ‘in’, who ‘out’?” Interactive graph. Entente, version 0.1.0. Accessed May 31, 2026. http://127.0.0.1:4400/.',
    );
  });

  it('is an entry of BibTeX, its address as it is', () => {
    expect(CITATIONS.bibtex.write(VIEW)).toBe(`@misc{entente-who-supports-what-XsDaUMJ0,
  title = {{Who supports what}},
  howpublished = {Interactive graph, Entente 0.1.0},
  note = {Data set nato-2025-12, snapshot XsDaU\\_MJ0OqBqqzu. Sources: News report of 2 December 2025; Treaty.},
  url = {https://graphs.example.org/?type=SUPPORTS&snapshot=XsDaU_MJ0OqBqqzu},
  urldate = {2026-12-01},
}
`);
  });

  it('says in BibTeX what LaTeX would take for commands', () => {
    const title = 'Ça & là: 100 % of #1, $5_a ~b^c \\d {e}';
    expect(CITATIONS.bibtex.write({ ...BARE, title })).toContain(
      '@misc{entente-ca-la-100-of,\n  title = {{Ça \\& là: 100 \\% of \\#1, \\$5\\_a \\textasciitilde{}b\\textasciicircum{}c ' +
        '\\textbackslash{}d \\{e\\}}},\n',
    );
  });

  it.each(['} @misc{x, ', '{', '}{'])(
    'keeps the braces of BibTeX even whatever a title says: %s',
    (title) => {
      const entry = CITATIONS.bibtex.write({ ...BARE, title, link: `https://example.org/?a=${title}` });
      let open = 0;
      for (const [at, character] of [...entry].entries()) {
        // As BibTeX counts, which knows no escapes.
        if (character === '{') open += 1;
        if (character === '}') open -= 1;
        expect(open, `at ${at}`).toBeGreaterThanOrEqual(
          at >= '@misc{'.length - 1 && at < entry.length - 2 ? 1 : 0,
        );
      }
      expect(open).toBe(0);
    },
  );

  it('is a list of one item of CSL-JSON', () => {
    expect(JSON.parse(CITATIONS.csl.write(VIEW))).toEqual([
      {
        id: 'entente-who-supports-what-XsDaUMJ0',
        type: 'graphic',
        title: 'Who supports what',
        genre: 'Interactive graph',
        'container-title': 'Entente',
        version: '0.1.0',
        note: 'Data set nato-2025-12, snapshot XsDaU_MJ0OqBqqzu. Sources: News report of 2 December 2025; Treaty.',
        URL: 'https://graphs.example.org/?type=SUPPORTS&snapshot=XsDaU_MJ0OqBqqzu',
        accessed: { 'date-parts': [[2026, 12, 1]] },
      },
    ]);
  });

  it('has in CSL-JSON only what the schema knows, and what it requires', () => {
    const [item] = JSON.parse(CITATIONS.csl.write(BARE));
    // Of csl-data.json of CSL 1.0.2, which allows no other properties.
    const known = ['id', 'type', 'title', 'genre', 'container-title', 'version', 'note', 'URL', 'accessed'];
    expect(known).toEqual(expect.arrayContaining(Object.keys(item)));
    expect(item).toMatchObject({ id: expect.stringMatching(/./), type: 'graphic' });
    expect(item).not.toHaveProperty('note');
  });

  it('is one line as text, with the number of sources beyond twenty', () => {
    const sources = Array.from({ length: 23 }, (_, at) => `S${at + 1}`);
    const apa = CITATIONS.apa.write({ ...VIEW, sources, title: 'Two\nlines\u0007' });
    expect(apa).toContain('Two lines [');
    expect(apa).toContain('S19; S20; and 3 more]');
    expect(CITATIONS.chicago.write({ ...VIEW, sources: ['One'] })).toContain('Source: One.');
  });
});

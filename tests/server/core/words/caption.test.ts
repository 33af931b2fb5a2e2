import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badAddresses,
  captionText,
  type Inline,
  plainCaption,
  readCaption,
} from '../../../../server/core/words/caption.ts';
import { captionMarkup } from '../../../../server/core/words/caption-markup.ts';

const links = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'link') return [inline.address, ...links(inline.of)];
    return 'of' in inline ? links(inline.of) : [];
  });

describe('a caption', () => {
  it('is paragraphs, lists, emphasis and links', () => {
    expect(readCaption('One **two** [three](https://a.example/b)\n\n- four\n- *five*')).toEqual([
      {
        kind: 'paragraph',
        of: [
          { kind: 'text', text: 'One ' },
          { kind: 'strong', of: [{ kind: 'text', text: 'two' }] },
          { kind: 'text', text: ' ' },
          { kind: 'link', address: 'https://a.example/b', of: [{ kind: 'text', text: 'three' }] },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'text', text: 'four' }],
          [{ kind: 'emphasis', of: [{ kind: 'text', text: 'five' }] }],
        ],
      },
    ]);
  });

  it('flows on where its writer broke a line, and begins a line with a paragraph', () => {
    expect(captionText(readCaption('Hungary and **Slovakia**\nare against\nit.\n\nSo *is\nRussia*.'))).toBe(
      'Hungary and Slovakia are against it.\nSo is Russia.',
    );
  });

  it('is read from the side that each paragraph begins on, where it is markup', () => {
    expect(captionMarkup(readCaption('خطة **السلام** 2025.\n\n- بند'))).toBe(
      '<p dir="auto">خطة <strong>السلام</strong> 2025.</p><ul><li dir="auto">بند</li></ul>',
    );
  });

  it('leaves markup the text it is, and links that are not http(s) their words', () => {
    const hostile =
      '<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://e.org/p.png)';
    const blocks = readCaption(hostile);
    expect(captionText(blocks)).toContain('<img src=x onerror=alert(1)> a b !c');
    expect(badAddresses(hostile)).toEqual(['javascript:alert(1)', 'data:text/html,x']);
  });

  it('keeps its lines where it is no Markdown, and where a line is broken on purpose', () => {
    expect(captionMarkup(plainCaption('Who *stands* where\r\n\nIn <2025>'))).toBe(
      '<p dir="auto">Who *stands* where<br><br>In &lt;2025&gt;</p>',
    );
    expect(plainCaption('')).toEqual([]);
    expect(captionText(readCaption('One\\\ntwo\n\nthree'))).toBe('One\ntwo\nthree');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(captionText(plainCaption(text))).toBe(text.replaceAll('\r\n', '\n'));
      }),
    );
  });

  it('never throws and never holds an address that is not http(s)', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '*',
      '_',
      '- ',
      '\n',
      'javascript:',
      'https://a.b',
      '&#106;',
      '\\',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const block of readCaption(pieces.join('')))
          for (const address of block.kind === 'list' ? block.items.flatMap(links) : links(block.of))
            expect(address).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 500 },
    );
  });
});

import { fromMarkdown } from 'mdast-util-from-markdown';

/** A piece of a line of a caption. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; of: Inline[] }
  | { kind: 'link'; address: string; of: Inline[] }
  | { kind: 'break' };
/** A paragraph, or a list with one line an item. */
export type Block =
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

/** What captions do without: markup above all, which stays the text it is written as. */
const DISABLED = [
  ...['htmlFlow', 'htmlText', 'labelStartImage', 'headingAtx', 'setextUnderline', 'definition'],
  ...['codeFenced', 'codeIndented', 'codeText', 'blockQuote', 'thematicBreak', 'autolink'],
];
const ADDRESS = /^https?:\/\/[^\s]+$/i;

interface MarkdownNode {
  type: string;
  value?: string;
  url?: string;
  ordered?: boolean | null;
  children?: MarkdownNode[];
}

/** Reads the Markdown of a caption. A link that is not http(s) is left as its words; it never throws. */
export function readCaption(markdown: string): Block[] {
  return parsed(markdown).flatMap((node): Block[] => {
    if (node.type === 'list') {
      const items = (node.children ?? []).map((item) => inlinesOf(item.children ?? []));
      return [{ kind: 'list', ordered: node.ordered === true, items }];
    }
    const of = inlineOf(node.type === 'paragraph' ? { ...node, type: 'line' } : node);
    return of.length > 0 ? [{ kind: 'paragraph', of }] : [];
  });
}

/** A caption that is no Markdown, such as a view's own: just the lines it has. */
export function plainCaption(text: string): Block[] {
  const of = text
    .split(/\r?\n/)
    .flatMap((line): Inline[] => [{ kind: 'break' }, { kind: 'text', text: line }])
    .slice(1);
  return text ? [{ kind: 'paragraph', of }] : [];
}

/** The addresses of a caption that are no http(s) links, as they are written. */
export function badAddresses(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: MarkdownNode) => {
    if (node.type === 'link' && !ADDRESS.test(node.url ?? '')) found.push(node.url ?? '');
    node.children?.forEach(visit);
  };
  parsed(markdown).forEach(visit);
  return found;
}

/** A caption as plain text, with the lines, paragraphs and items it has, one a line. */
export function captionText(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => `• ${textOf(item)}`) : [textOf(block.of)],
  );
  return lines.join('\n');
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'text' ? inline.text : textOf(inline.of);
    })
    .join('');
}

function parsed(markdown: string): MarkdownNode[] {
  return fromMarkdown(markdown, { extensions: [{ disable: { null: DISABLED } }] }).children as MarkdownNode[];
}

function inlinesOf(nodes: readonly MarkdownNode[]): Inline[] {
  return nodes.flatMap(inlineOf);
}

function inlineOf(node: MarkdownNode): Inline[] {
  const { type, value, url = '', children = [] } = node;
  if (type === 'break') return [{ kind: 'break' }];
  // Where the writer of a file broke a line, a reader's picture is of another width.
  if (value !== undefined) return [{ kind: 'text', text: value.replaceAll('\n', ' ') }];
  const of = inlinesOf(children);
  if (type === 'strong' || type === 'emphasis') return [{ kind: type, of }];
  if (type === 'link' && ADDRESS.test(url)) return [{ kind: 'link', address: url, of }];
  return of;
}

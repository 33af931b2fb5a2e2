import type { Block, Inline } from './caption.ts';
import { escapeHtml } from './html.ts';

/** A caption as markup: of its own elements only, everything it says as text. */
export function captionMarkup(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p dir="auto">${inlineMarkup(block.of)}</p>`;
      const items = block.items.map((item) => `<li dir="auto">${inlineMarkup(item)}</li>`).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    })
    .join('');
}

function inlineMarkup(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return escapeHtml(inline.text);
      if (inline.kind === 'break') return '<br>';
      const inner = inlineMarkup(inline.of);
      if (inline.kind === 'link')
        return `<a href="${escapeHtml(inline.address)}" rel="noopener noreferrer" target="_blank">${inner}</a>`;
      return inline.kind === 'strong' ? `<strong>${inner}</strong>` : `<em>${inner}</em>`;
    })
    .join('');
}

import { type ReactNode, useMemo } from 'react';
import { type Inline, readCaption } from '../../../server/core/words/caption.ts';

/** The caption of a step; everything it says is text, its links lead outside. */
export function Caption({ markdown }: { markdown: string }) {
  const blocks = useMemo(() => readCaption(markdown), [markdown]);
  // Nothing is ever put between the parts of a caption, so that their places tell them apart.
  return blocks.map((block, at) => {
    const key = `${at} ${block.kind}`;
    if (block.kind === 'paragraph')
      return (
        <p key={key} dir="auto">
          {inlines(block.of)}
        </p>
      );
    const items = block.items.map((item, place) => (
      <li key={`${key} ${String(place)}`} dir="auto">
        {inlines(item)}
      </li>
    ));
    return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
  });
}

function inlines(parts: readonly Inline[]): ReactNode[] {
  return parts.map((part, at) => {
    const key = `${at} ${part.kind}`;
    if (part.kind === 'text') return part.text;
    if (part.kind === 'break') return <br key={key} />;
    if (part.kind === 'link')
      return (
        <a key={key} href={part.address} target="_blank" rel="noopener noreferrer">
          {inlines(part.of)}
        </a>
      );
    const Element = part.kind === 'strong' ? 'strong' : 'em';
    return <Element key={key}>{inlines(part.of)}</Element>;
  });
}

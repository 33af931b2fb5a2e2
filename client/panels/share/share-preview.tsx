import { useEffect, useRef, useState } from 'react';
import { frameShape, type SnippetChoice } from '../../state/link/embed-snippet.ts';

/** The embed as it will stand in the other page: of a fixed size as large as it is, or as a whole where it is larger. */
export function SharePreview({ address, choice }: { address: string; choice: SnippetChoice }) {
  const { size } = choice;
  const [frame, room] = useRoom();
  const scale = size && room > 0 ? Math.min(1, room / size.width) : 1;
  const fixed = size && { width: size.width, height: size.height, scale: String(scale) };
  return (
    <>
      {scale < 1 && <p className="share-preview-scale">Shown at {Math.round(scale * 100)} % of its size</p>}
      <div
        ref={frame}
        className="share-preview-room"
        style={size && { height: Math.ceil(size.height * scale) }}
      >
        <iframe
          key={address}
          className="share-preview"
          src={address}
          title="Preview of the embed"
          style={fixed ?? frameShape(choice)}
        />
      </div>
    </>
  );
}

/** How wide an element is, in CSS pixels; 0 before it stands on the page. */
function useRoom() {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(() => setRoom(observed.clientWidth));
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, room] as const;
}

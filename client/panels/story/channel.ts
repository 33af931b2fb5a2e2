/** What the page that tells a story and the window with the presenter's notes say to each other. */
export type StoryMessage =
  | { kind: 'shown'; story: string; step: number }
  | { kind: 'go'; step: number }
  | { kind: 'ask' };

const NAME = 'entente-story';

/** Opens the channel between the pages of this origin; `heard` is told what the others say. */
export function openChannel(heard: (message: StoryMessage) => void): {
  say: (message: StoryMessage) => void;
  close: () => void;
} {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message) heard(message);
  });
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** A message, if it is one. */
export function readMessage(data: unknown): StoryMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, story, step } = data as Record<string, unknown>;
  if (kind === 'ask') return { kind };
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 1) return undefined;
  if (kind === 'go') return { kind, step };
  return kind === 'shown' && typeof story === 'string' ? { kind, story, step } : undefined;
}

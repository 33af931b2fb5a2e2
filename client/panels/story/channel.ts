/** What the page that tells a story and the window with the presenter's notes say to each other. */
export type StoryMessage =
  | { kind: 'shown'; story: string; step: number }
  /** By steps, not to one: whoever asks may not have heard yet what the last such message led to. */
  | { kind: 'walk'; by: 1 | -1 }
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
  const { kind, story, step, by } = data as Record<string, unknown>;
  if (kind === 'ask') return { kind };
  if (kind === 'walk') return by === 1 || by === -1 ? { kind, by } : undefined;
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 1) return undefined;
  return kind === 'shown' && typeof story === 'string' ? { kind, story, step } : undefined;
}

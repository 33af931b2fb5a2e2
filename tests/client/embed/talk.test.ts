import { expect, it } from 'vitest';
import { talkToHost } from '../../../client/embed/talk.ts';
import type { Told } from '../../../server/core/contract/embed-protocol.ts';

/** A window in a frame of a page, and what that page hears. */
function framedBy(origin: string) {
  const heard: { data: Told; to: string }[] = [];
  const window = {
    parent: { postMessage: (data: Told, to: string) => heard.push({ data, to }) },
    location: { origin: 'https://graphs.example.org', ancestorOrigins: [origin] },
    document: { referrer: '' },
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as Window;
  return { window, heard };
}

/** Two data sets of which a stranger must not tell the one from the other. */
const TOLD: Told[][] = [
  [
    { type: 'ready', nodes: 0, edges: 0, view: 'text=guess' },
    { type: 'height', height: 300 },
  ],
  [
    { type: 'ready', nodes: 7, edges: 9, view: 'text=guess&select=a' },
    { type: 'height', height: 900 },
    { type: 'selection', keys: ['a'] },
    { type: 'step', story: 's', step: 1, steps: 4, title: 'T' },
  ],
];

it('tells a site that is not named the same whatever the data are', () => {
  const heard = TOLD.map((messages) => {
    const { window, heard } = framedBy('https://evil.example');
    const host = talkToHost(window, 'https://news.example.org', () => {});
    host.greet({ text: 'guess' });
    for (const each of messages) host.tell(each);
    return heard;
  });
  expect(heard[0]?.map(({ data }) => data.type)).toEqual(['ready', 'height']);
  expect(heard[0]?.[0]?.data).toEqual({ protocol: 'entente/1', type: 'ready', view: 'text=guess' });
  expect(heard[1]).toEqual(heard[0]);
});

it('tells any site all of what was published', () => {
  const { window, heard } = framedBy('https://anybody.example');
  const host = talkToHost(window, '*', () => {});
  host.greet({});
  for (const each of TOLD[1] ?? []) host.tell(each);
  expect(heard.map(({ data }) => data)).toEqual(TOLD[1]?.map((each) => ({ protocol: 'entente/1', ...each })));
});

it('tells a site that is named all, and greets it by nothing else', () => {
  const { window, heard } = framedBy('https://news.example.org');
  const host = talkToHost(window, 'https://news.example.org', () => {});
  host.greet({ text: 'guess' });
  for (const each of TOLD[1] ?? []) host.tell(each);
  expect(heard.map(({ data }) => data)).toEqual(TOLD[1]?.map((each) => ({ protocol: 'entente/1', ...each })));
  expect(new Set(heard.map(({ to }) => to))).toEqual(new Set(['https://news.example.org']));
});

it('tells a site that is not named no refusal that depends on the data, and a named one every one', () => {
  const refused = { type: 'refused' as const, details: [{ path: 'keys', message: 'a is not there.' }] };
  const of = (origin: string) => {
    const { window, heard } = framedBy(origin);
    const host = talkToHost(window, 'https://news.example.org', () => {});
    host.tell(refused, true);
    host.tell({ ...refused, details: [] });
    return heard.map(({ data }) => data.type === 'refused' && data.details.length);
  };
  expect(of('https://evil.example')).toEqual([0]);
  expect(of('https://news.example.org')).toEqual([1, 0]);
});

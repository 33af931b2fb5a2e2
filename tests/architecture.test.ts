import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The rooms of the core; each may import those before it and no other. */
const CORE = [
  ...['numbers', 'model', 'measures', 'view', 'geometry', 'words', 'formats', 'packed', 'files'],
  'reading',
  ...['contract', 'loading', 'looks', 'labels', 'layout', 'scene', 'svg', 'picture', 'take-away'],
  ...['answers', 'local'],
].map((room) => `server/core/${room}/`);

/** What each part may import besides itself and packages, the most special part first. */
const MAY_IMPORT: [part: string, allowed: string[]][] = [
  ...CORE.map((room, at): [string, string[]] => [room, CORE.slice(0, at)]),
  ['server/statements/', ['server/core/']],
  ['server/settings.ts', ['server/core/']],
  ['server/threads/', ['server/core/']],
  ['server/database/', ['server/core/', 'server/statements/', 'server/settings.ts', 'server/threads/']],
  ['server/guard/', ['server/core/', 'server/statements/', 'server/database/', 'server/threads/']],
  ['server/graph/', ['server/core/', 'server/statements/', 'server/database/', 'server/threads/']],
  [
    'server/api/',
    [
      ...['server/core/', 'server/statements/', 'server/database/'],
      ...['server/guard/', 'server/graph/', 'server/threads/'],
    ],
  ],
  // The development server is set-up that runs the server itself.
  ['server/setup/steps/dev-server.ts', ['server/main.ts', 'server/setup/steps/plain-end.mjs']],
  ['server/setup/', []],
  [
    'server/app.ts',
    [
      ...['server/core/', 'server/statements/', 'server/database/'],
      ...['server/guard/', 'server/graph/', 'server/api/', 'server/fault-log.ts'],
    ],
  ],
  ['server/pictures/', ['server/core/', 'server/threads/', 'server/graph/']],
  [
    'server/publish/',
    [
      ...['server/core/', 'server/graph/', 'server/api/', 'server/pictures/'],
      ...['server/project.ts', 'seed/'],
    ],
  ],
  [
    'server/commands/',
    [
      ...['server/pictures/', 'server/publish/'],
      ...['server/core/', 'server/statements/', 'server/database/', 'server/graph/'],
      ...['server/api/', 'server/settings.ts', 'server/project.ts', 'server/stories.ts'],
      'server/tell-fault.ts',
    ],
  ],
  ['server/main.ts', ['server/', 'seed/']],
  ['server/', ['server/', 'seed/']],
  [
    'seed/',
    [
      ...['server/core/', 'server/statements/', 'server/database/'],
      ...['server/settings.ts', 'server/project.ts', 'server/tell-fault.ts'],
    ],
  ],
  ['client/slices.ts', []],
  ['client/api.ts', ['server/core/', 'client/slices.ts']],
  ['client/state/', ['server/core/', 'client/slices.ts', 'client/api.ts', 'client/workers/']],
  ['client/workers/', ['server/core/']],
  ['client/renderer/', ['server/core/', 'client/state/', 'client/workers/']],
  // What goes into a file that stands alone.
  ['client/take-away/', ['server/core/']],
  [
    'client/embed/',
    ['server/core/', 'client/state/', 'client/renderer/', 'client/workers/', 'client/api.ts'],
  ],
  ['client/', ['server/core/', 'client/']],
];

/** So many files a folder may hold, besides folders. */
const MOST_FILES = 17;

/** Packages that only one part may know. */
const OWNERS: Record<string, string[]> = {
  sigma: ['client/renderer/sigma/'],
  'neo4j-driver': ['server/database/'],
  express: ['server/app.ts', 'server/api/', 'server/main.ts'],
  react: ['client/panels/', 'client/main.tsx'],
  'react-dom': ['client/main.tsx', 'client/panels/'],
  'react-aria-components': ['client/panels/', 'client/main.tsx'],
};

interface Import {
  file: string;
  /** A file of the repository, or the name of a package or Node module. */
  target: string;
}

const sources = ['server', 'seed', 'client'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);

const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|new URL\('(\.[^']+)'/g,
  );
  const bare = text.matchAll(/(?:^|\n)import '([^']+)'/g);
  return [...found, ...bare].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return {
      file,
      target: target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), target)) : target,
    };
  });
});

const isOurs = (target: string) => /^(server|client|seed|tests|cypher)\//.test(target);

describe('the house', () => {
  it('has sources whose imports can be read', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.filter(({ target }) => isOurs(target)).length).toBeGreaterThan(100);
  });

  it('lets imports run one way only', () => {
    const wrong = imports.filter(({ file, target }) => {
      const rule = MAY_IMPORT.find(([part]) => file.startsWith(part));
      if (!rule || !isOurs(target) || target.startsWith(rule[0])) return false;
      return !rule[1].some((allowed) => target.startsWith(allowed));
    });
    expect(wrong).toEqual([]);
  });

  it('lets nothing import commands, whose entries are started alone', () => {
    expect(imports.filter(({ target }) => target.startsWith('server/commands/'))).toEqual(
      imports.filter(
        ({ file, target }) => file.startsWith('server/commands/') && target.startsWith('server/commands/'),
      ),
    );
  });

  it('has no cycle among its files', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of imports)
      if (isOurs(target)) edges.set(file, [...(edges.get(file) ?? []), target]);
    const done = new Set<string>();
    const cycles: string[][] = [];
    const visit = (file: string, trail: string[]) => {
      const at = trail.indexOf(file);
      if (at >= 0) return void cycles.push([...trail.slice(at), file]);
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('lets only their owners know the engines', () => {
    const wrong = imports.filter(({ file, target }) => {
      const name = Object.keys(OWNERS).find((each) => target === each || target.startsWith(`${each}/`));
      return name !== undefined && !OWNERS[name]?.some((owner) => file.startsWith(owner));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps Node out of the core and of the client', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        /^(server\/core|client)\//.test(file) && target.startsWith('node:') && !file.endsWith('.config.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the DOM out of the core and of the state', () => {
    const wrong = sources
      .filter((file) => /^(server\/core|client\/state)\//.test(file))
      .filter((file) =>
        /\b(document|HTMLElement|window)\.|\bHTMLElement\b/.test(
          readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('has no folder with more files of its own than can be taken in at a glance', () => {
    const files = ['server', 'seed', 'client', 'cypher', 'tests'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && !entry.parentPath.includes('node_modules'),
      ),
    );
    const counts = new Map<string, number>();
    for (const { parentPath } of files) counts.set(parentPath, (counts.get(parentPath) ?? 0) + 1);
    const full = [...counts]
      .filter(([, count]) => count > MOST_FILES)
      .map(([folder]) => relative(ROOT, folder));
    expect(full).toEqual([]);
  });

  it('hands no call as many arguments as there are data: a stack holds some 60,000', () => {
    const wrong = sources.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          // Spread among the arguments themselves: those of an object or a list within them are no arguments.
          /(?:Math\.(?:max|min)|\.push|\.unshift|fromCharCode)\((?:[^(){}[\]]|\([^()]*\))*?\.\.\..*/g,
        ),
      ].map(([found]) => `${file}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names no actor, issue or event of the built-in data set outside of it', () => {
    const data = join(ROOT, 'seed/data/nato-2025-12');
    const names = ['actors', 'events', 'issues'].flatMap((file) =>
      [...readFileSync(join(data, `${file}.yaml`), 'utf8').matchAll(/^(?: {2}name|- id): (.+)$/gm)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(names.length).toBeGreaterThan(100);
    const wrong = sources.flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return names.filter((name) => name.length > 6 && text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('lists relationship types in the one style table and nowhere else', () => {
    const types = [
      ...readFileSync(join(ROOT, 'seed/data/nato-2025-12/types.yaml'), 'utf8').matchAll(/^- type: (.+)$/gm),
    ].map((match) => match[1] ?? '');
    const wrong = sources
      .filter((file) => file !== 'server/core/model/style.ts')
      .flatMap((file) => {
        const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
        return types.filter((type) => new RegExp(`'${type}'`).test(code)).map((type) => `${file}: ${type}`);
      });
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../../server/api/pages/openapi.ts';
import { appWithoutDatabase } from '../../../setup/app-without-database.ts';

/** Pages for people, and the document itself. */
const PAGES = ['/', '/cypher', '/docs', '/docs/reference.css', '/api/openapi.json'];

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** Every route that an application answers, as an OpenAPI document writes its method and path. */
function answered(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
      : answered(handle?.stack ?? []),
  );
}

describe('the OpenAPI document', () => {
  const app = appWithoutDatabase({
    drawStill: async () => undefined,
    drawPdf: async () => undefined,
    drawCard: async () => undefined,
  });
  const { paths } = openApiDocument('0.0.0-test') as {
    paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object }>>;
  };

  it('describes every route that the server answers, and no other', () => {
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routes = answered((app.router as unknown as { stack: Layer[] }).stack);
    const others = PAGES.map((path) => `get ${path}`);
    expect(routes).toEqual(expect.arrayContaining(others));
    expect(documented.sort()).toEqual(routes.filter((each) => !others.includes(each)).sort());
  });

  it.each([
    ['/embed', 'text/html', ['interaction', 'captions']],
    ['/embed.svg', 'image/svg+xml', ['narrow', 'only']],
    ['/card.png', 'image/png', ['cardWidth']],
    ['/picture.pdf', 'application/pdf', ['pageWidth', 'transparent']],
  ])('tells what %s is sent as, and its own parameters beside those of a view', (path, type, own) => {
    const operation = paths[path]?.get;
    expect(operation?.responses).toHaveProperty(['200', 'content', type]);
    expect(operation?.responses).not.toHaveProperty(['200', 'content', 'application/json']);
    const names = operation?.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['focus', 'story', 'packed', 'theme', ...own]));
  });
});

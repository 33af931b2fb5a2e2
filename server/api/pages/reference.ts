import * as z from 'zod/mini';
import { operatorRoutes } from '../../core/contract/operators.ts';
import { publishedRoutes } from '../../core/contract/published-routes.ts';
import type { Endpoint } from '../../core/contract/routes.ts';
import { escapeHtml } from '../../core/words/html.ts';
import { methodOf, openApiDocument } from './openapi.ts';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: {
    type?: string;
    enum?: unknown[];
    default?: unknown;
    minimum?: number;
    maximum?: number;
    items?: { enum?: unknown[] };
    anyOf?: { enum?: unknown[] }[];
  };
}

/** The reference page of the API: plain HTML without script, made from the OpenAPI document. */
export function referencePage(version: string): string {
  const document = openApiDocument(version) as {
    paths: Record<string, Record<'get' | 'post', { parameters: Parameter[] } | undefined>>;
  };
  const sections = Object.values(publishedRoutes).map((endpoint) =>
    section(
      endpoint as unknown as Endpoint,
      document.paths[endpoint.path]?.[methodOf(endpoint)]?.parameters ?? [],
    ),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Entente API</title>
<link rel="stylesheet" href="/docs/reference.css">
</head>
<body>
<header><p><a href="/">Entente</a></p><h1>The HTTP API</h1>
<p>Everything here only reads. The same contract as <a href="/api/openapi.json">OpenAPI 3.1</a>; version ${escapeHtml(version)}.</p></header>
<nav aria-label="Addresses"><ul>${Object.values(publishedRoutes)
    .map(({ path }) => `<li><a href="#${anchor(path)}"><code>${escapeHtml(path)}</code></a></li>`)
    .join('')}<li><a href="#operators">For operators</a></li></ul></nav>
<main>${sections.join('\n')}
<section id="operators"><h2>For operators</h2><ul>${Object.values(operatorRoutes)
    .map(
      ({ path, summary }) =>
        `<li><a href="${path}"><code>GET ${escapeHtml(path)}</code></a>: ${escapeHtml(summary)}</li>`,
    )
    .join('')}</ul></section></main>
</body>
</html>
`;
}

function section(
  { method, path, summary, example, cached, body }: Endpoint,
  parameters: Parameter[],
): string {
  const link =
    example.includes('{') || method === 'POST'
      ? `<code>${escapeHtml(example)}</code>`
      : `<a href="${escapeHtml(example)}"><code>${escapeHtml(example)}</code></a>`;
  return `<section id="${anchor(path)}">
<h2><code>${method} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}</p>
<p>Try ${link}${cached ? '; answers 304 to a client that holds this version of the data' : ''}.</p>
${body ? `<p>It takes JSON:</p>\n${table(fieldsOf(body))}` : parameters.length > 0 ? table(parameters) : '<p>It takes no parameters.</p>'}
</section>`;
}

/** The fields of a body as a table shows them. */
function fieldsOf(body: z.ZodMiniObject): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(body, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'body', required: required.includes(name), schema: schema as Parameter['schema'] },
    description: (schema as { description?: string }).description ?? '',
  }));
}

function table(parameters: Parameter[]): string {
  const rows = parameters.map(({ name, in: where, required, description = '', schema }) => {
    const notes = [
      where,
      required ? 'required' : 'optional',
      schema.type === 'array' ? 'repeatable' : schema.type,
    ];
    if (schema.default !== undefined) notes.push(`default ${String(schema.default)}`);
    const values = schema.enum ?? schema.items?.enum ?? schema.anyOf?.flatMap((each) => each.enum ?? []);
    if (values) notes.push(`one of ${values.join(', ')}`);
    else if (schema.minimum !== undefined) notes.push(`${schema.minimum} to ${schema.maximum}`);
    return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(description)}</td><td>${escapeHtml(notes.filter(Boolean).join(', '))}</td></tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="Parameters"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th><th scope="col">Form</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function anchor(path: string): string {
  return path
    .slice(1)
    .replaceAll(/[^a-z]+/g, '-')
    .replace(/-$/, '');
}

export const REFERENCE_STYLES = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 0.5rem; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; } nav ul { columns: 18rem; padding-left: 1rem; }
nav li { padding: 0.25rem 0; } .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
a { color: light-dark(#0b57a4, #8fc3ff); } :focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

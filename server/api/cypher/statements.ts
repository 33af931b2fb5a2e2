import type { Answer } from '../../core/contract/routes.ts';
import type { Statements } from '../../statements/load.ts';
import type { Handler } from '../http/endpoint.ts';

const FOLDER = 'library/';

/** The library of ready-made questions, as the files under `cypher/library` document them. */
export const statementsHandler: Handler<'statements'> = {
  name: 'statements',
  answer: async ({ services }) => ({ value: library(services.statements) }),
};

function library(statements: Statements): Answer<'statements'> {
  const names = statements.names().filter((name) => name.startsWith(FOLDER));
  return {
    statements: names.map((name) => {
      const { title, purpose, parameters, returns, text } = statements.get(name);
      return {
        name: name.slice(FOLDER.length),
        title,
        purpose,
        parameters: parameters.map(({ example, ...rest }) => ({
          ...rest,
          ...(example === undefined ? {} : { default: example as string | number }),
        })),
        returns,
        text,
      };
    }),
  };
}

// Writes what hover help and completion know of functions and procedures that only read, from the data that
// Neo4j's language support ships for its own tests (Apache-2.0); run it again when that package moves.
import './plain-end.mjs';
import { writeFileSync } from 'node:fs';

import { testData } from '@neo4j-cypher/language-support';
import { inProject } from './project.mjs';

const READING =
  /^db\.(labels|relationshipTypes|propertyKeys|schema\.|index\.(fulltext|vector)\.query)|^dbms\.components/;
const version = 'CYPHER 25';
const { functions, procedures } = testData.mockSchema;
const chosen = Object.entries(procedures[version]).filter(([name]) => READING.test(name));
const builtIn = Object.entries(functions[version]).filter(
  ([, { isBuiltIn, name }]) => isBuiltIn && !/^(apoc|gds|genai)\./.test(name),
);
const known = { functions: Object.fromEntries(builtIn), procedures: Object.fromEntries(chosen) };
writeFileSync(inProject('client/editor/functions.json'), `${JSON.stringify(known)}\n`);

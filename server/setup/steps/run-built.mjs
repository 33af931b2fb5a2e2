// What a container runs: the product as its image holds it, built, without a look at packages or sources.
import './plain-end.mjs';

const [what = 'server', ...given] = process.argv.slice(2);
if (what === 'seed') {
  const { main } = await import('../../../dist/seed/main.js');
  process.exitCode = await main(given);
} else if (what === 'import') {
  const { main } = await import('../../../dist/seed/import/main.js');
  process.exitCode = await main(given);
} else {
  const { main } = await import('../../../dist/server/main.js');
  await main();
}

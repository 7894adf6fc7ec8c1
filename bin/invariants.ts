import path from 'node:path';
import { connect } from '#platform/server/database.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { brokenInvariants, readInvariants } from '#platform/server/invariants.ts';

// What can never be true is looked for in the current database; no rows is right.
const home = process.env.XINGLIN_HOME ?? path.join(import.meta.dirname, '../.xinglin');
const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded(path.join(home, 'postgres'));
const connection = connect(process.env.DATABASE_URL || (embedded?.url ?? ''), 2);
const all = readInvariants();
const broken = await brokenInvariants(connection.pool, all);
for (const { name, sentence } of all) process.stdout.write(`${broken.some((each) => each.name === name) ? '✗' : '✓'} ${name}: ${sentence}\n`);
for (const { name, rows } of broken) process.stdout.write(`\n${name}\n${rows.map((row) => `  ${JSON.stringify(row)}`).join('\n')}\n`);
await connection.close();
await embedded?.stop();
process.exit(broken.length === 0 ? 0 : 1);

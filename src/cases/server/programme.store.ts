import type { Call } from '#platform/server/call.ts';
import { Programme } from '../domain/programme.ts';

// Published definitions never change, so what was read once stays right.
const known = new Map<string, Programme>();

/** The definition of a published version; a case always has one. */
export async function programmeAt({ tx, regionId }: Call, code: string, version: number): Promise<Programme> {
  const { checksum } = await tx.selectFrom('programme_version').select('checksum').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirstOrThrow();
  const found = known.get(checksum);
  if (found) return found;
  const { definition } = await tx.selectFrom('programme_version').select('definition').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirstOrThrow();
  const programme = Programme.parse(definition);
  known.set(checksum, programme);
  return programme;
}

/** The newest published version of a programme. */
export async function newestVersion({ tx, regionId }: Call, code: string): Promise<number | undefined> {
  const row = await tx.selectFrom('programme_version').select('version').where('region_id', '=', regionId).where('code', '=', code).orderBy('version', 'desc').executeTakeFirst();
  return row?.version;
}

/** The newest version of every programme of the region. */
export async function newestProgrammes(call: Call): Promise<Programme[]> {
  const rows = await call.tx.selectFrom('programme_version').select(['code', (eb) => eb.fn.max('version').as('version')])
    .where('region_id', '=', call.regionId).groupBy('code').orderBy('code').execute();
  const programmes: Programme[] = [];
  for (const { code, version } of rows) programmes.push(await programmeAt(call, code, version));
  return programmes;
}

/** Codes of programmes whose supports are one group. */
export async function programmesOfGroup(call: Call, group: string): Promise<string[]> {
  const programmes = await newestProgrammes(call);
  return programmes.filter(({ supportGroup }) => supportGroup === group).map(({ code }) => code);
}

/** The checksum under which a version was published. */
export async function publishedChecksum({ tx, regionId }: Call, code: string, version: number): Promise<string | undefined> {
  const row = await tx.selectFrom('programme_version').select('checksum').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirst();
  return row?.checksum;
}

/** Enters a version for good. */
export const addVersion = ({ tx, regionId, clock }: Call, programme: Programme, checksum: string) =>
  tx.insertInto('programme_version').values({
    region_id: regionId, code: programme.code, version: programme.version, pillar: programme.pillar, title: programme.title,
    definition: JSON.stringify(programme), checksum, published_at: clock.now(),
  }).execute();

/** Every published version, for what must know the stages that open cases may be at. */
export async function allVersions(call: Call): Promise<Programme[]> {
  const rows = await call.tx.selectFrom('programme_version').select(['code', 'version']).where('region_id', '=', call.regionId).orderBy('code').orderBy('version').execute();
  const programmes: Programme[] = [];
  for (const { code, version } of rows) programmes.push(await programmeAt(call, code, version));
  return programmes;
}

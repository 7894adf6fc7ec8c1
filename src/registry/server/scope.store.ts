import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import { scopeOf, type Scope } from '../domain/scope.ts';

/** The condition under which a row of `person` may be seen by the actor; merged records are never shown. */
export const personInScope = (call: Call): RawBuilder<SqlBool> =>
  sql<SqlBool>`person.region_id = ${call.regionId} and person.merged_into is null and ${reach(call, scopeOf(call.actor))}`;

/** The ids of organisations below a path, and of those that the organisation leads in a consortium. */
export const organisationsBelow = (regionId: string, path: string, organisationId: string): RawBuilder<string> =>
  sql<string>`select id from organisation where region_id = ${regionId}
    and (path = ${path} or (path >= ${`${path}.`} and path < ${`${path}/`}) or led_by = ${organisationId})`;

function reach(call: Call, scope: Scope): RawBuilder<SqlBool> {
  if (scope.kind === 'region') return sql<SqlBool>`true`;
  if (scope.kind === 'self') return sql<SqlBool>`person.id = ${scope.personId}`;
  if (scope.kind === 'none') return sql<SqlBool>`false`;
  return sql<SqlBool>`person.organisation_id in (${organisationsBelow(call.regionId, scope.path, scope.organisationId)})`;
}

/** Does an organisation lie within what the actor may act for? */
export async function reachesOrganisation({ tx, regionId, actor }: Call, organisationId: string): Promise<boolean> {
  const scope = scopeOf(actor);
  if (scope.kind === 'region') return true;
  if (scope.kind !== 'organisation') return false;
  const found = await sql<{ id: string }>`select id from (${organisationsBelow(regionId, scope.path, scope.organisationId)}) below where id = ${organisationId}`.execute(tx);
  return found.rows.length > 0;
}

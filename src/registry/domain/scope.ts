import type { Actor, Role } from '#platform/domain/actor.ts';

/** Whose files an actor may see, and whether ID numbers and phones are opened on demand. */
export type Scope =
  | { kind: 'none' }
  | { kind: 'self'; personId: string }
  | { kind: 'organisation'; path: string; organisationId: string }
  | { kind: 'region'; opens: boolean };

const nobody = (): Scope => ({ kind: 'none' });

// Reviewers see people only through a case; administrators administer no business data (三员).
const scopes: Record<Role, (actor: Actor) => Scope> = {
  visitor: nobody,
  talent: ({ personId }) => (personId ? { kind: 'self', personId } : { kind: 'none' }),
  employer: ({ organisationPath, organisationId }) => (organisationPath ? { kind: 'organisation', path: organisationPath, organisationId } : { kind: 'none' }),
  bureau: () => ({ kind: 'region', opens: true }),
  leader: () => ({ kind: 'region', opens: false }),
  specialist: () => ({ kind: 'region', opens: false }),
  reviewer: nobody,
  systemAdmin: nobody,
  securityAdmin: nobody,
  auditor: nobody,
  clock: () => ({ kind: 'region', opens: false }),
};

/** Whose files this actor may see. */
export const scopeOf = (actor: Actor): Scope => scopes[actor.role](actor);

import { z } from 'zod';

/** Who may do things; the clock is a role like the others, so that deadlines show in permissions, history and tests. */
export const Role = z.enum([
  'visitor', 'talent', 'employer', 'bureau', 'reviewer', 'leader', 'specialist',
  'systemAdmin', 'securityAdmin', 'auditor', 'clock',
]);
export type Role = z.infer<typeof Role>;

/** Who is asking, in which role, for which region and organisation; empty strings where there is none. */
export type Actor = {
  accountId: string;
  personId: string;
  role: Role;
  regionId: string;
  organisationId: string;
  /** Dotted path of the organisation; its subtree is the actor's scope. */
  organisationPath: string;
};

/** Everybody who signed in with a working account. */
export const signedIn: Role[] = Role.options.filter((role) => role !== 'visitor' && role !== 'clock');

/** Roles that work for an institution or the bureau. */
export const staff: Role[] = ['employer', 'bureau', 'leader', 'specialist'];

/** The clock acting in a region. */
export const clockActor = (regionId: string): Actor => ({
  accountId: 'clock', personId: '', role: 'clock', regionId, organisationId: '', organisationPath: '',
});

/** Somebody at the public portal of a region. */
export const visitorActor = (regionId: string): Actor => ({
  accountId: '', personId: '', role: 'visitor', regionId, organisationId: '', organisationPath: '',
});

/** Roles an account may have; visitors and the clock have none. */
export const accountRoles = ['talent', 'employer', 'bureau', 'reviewer', 'leader', 'specialist', 'systemAdmin', 'securityAdmin', 'auditor'] as const;
export type AccountRole = (typeof accountRoles)[number];

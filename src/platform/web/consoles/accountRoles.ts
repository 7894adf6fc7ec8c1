import { Role } from '../../domain/actor.ts';

/** The roles that an account may have. */
export const accountRoles = Role.exclude(['visitor', 'clock']).options;

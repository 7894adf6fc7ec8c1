import type { Call } from '#platform/server/call.ts';

/** A value without an official text is a guess for simulations; the public never reads it as a promise. */
export const seesGuesses = ({ actor }: Call): boolean => actor.role !== 'visitor' && actor.role !== 'talent';

/** The kind of job that is queued when facts of people have changed; its payload names the people. */
export const factsChanged = 'registry.factsChanged';
export type FactsChanged = { personIds: string[] };

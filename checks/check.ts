/** One thing that must hold: what it looks at, and what it found wrong, a line each. Nothing found is right. */
export type Check = { name: string; problems(): string[] | Promise<string[]> };

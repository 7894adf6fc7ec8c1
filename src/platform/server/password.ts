import { hash, verify } from '@node-rs/argon2';

// argon2id with 19 MiB and two passes, the first choice of OWASP's password storage sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

const nobodysHash = hashPassword('nobody has this password');

/** Is this the password? Takes as long when there is no such account, so that time tells nothing. */
export async function passwordFits(kept: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept || (await nobodysHash), password);
  return fits && Boolean(kept);
}

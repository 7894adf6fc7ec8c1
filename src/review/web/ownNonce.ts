// A party's number stays on its own device until it is shown to all; the server only ever sees the hash before.
const placeOf = (drawId: string, party: string): string => `xinglin-draw-${drawId}-${party}`;

/** Sixteen bytes of this device's own chance, as hexadecimal. */
export const freshNonce = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The number this device keeps for a party, '' when there is none. */
export const keptNonce = (drawId: string, party: string): string => localStorage.getItem(placeOf(drawId, party)) ?? '';

/** Keeps it. */
export const keepNonce = (drawId: string, party: string, nonce: string): void => localStorage.setItem(placeOf(drawId, party), nonce);

/** Drops it once everybody may see it. */
export const forgottenNonce = (drawId: string, party: string): void => localStorage.removeItem(placeOf(drawId, party));

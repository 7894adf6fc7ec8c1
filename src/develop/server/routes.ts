import { pairingRoutes } from './pairingRoutes.ts';

export const developRoutes = [...pairingRoutes];

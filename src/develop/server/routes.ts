import { pairingRoutes } from './pairingRoutes.ts';
import { promotionRoutes } from './promotionRoutes.ts';

export const developRoutes = [...pairingRoutes, ...promotionRoutes];

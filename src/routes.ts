import { ledgerRoutes } from '#ledger/server/routes.ts';
import { bulletinRoutes } from '#bulletin/server/routes.ts';
import { casesRoutes } from '#cases/server/routes.ts';
import { exchangeRoutes } from '#exchange/server/routes.ts';
import { attractRoutes } from '#attract/server/routes.ts';
import { deployRoutes } from '#deploy/server/routes.ts';
import { developRoutes } from '#develop/server/routes.ts';
import { platformRoutes } from '#platform/server/platformRoutes.ts';
import type { Bound } from '#platform/server/serve.ts';
import { policyRoutes } from '#policy/server/routes.ts';
import { retainRoutes } from '#retain/server/routes.ts';
import { registryRoutes } from '#registry/server/routes.ts';
import { reviewRoutes } from '#review/server/routes.ts';

/** Every route of the product with the function that answers it. */
export const routes: Bound[] = [...platformRoutes, ...attractRoutes, ...ledgerRoutes, ...bulletinRoutes, ...casesRoutes, ...deployRoutes, ...developRoutes, ...exchangeRoutes, ...policyRoutes, ...registryRoutes, ...reviewRoutes, ...retainRoutes];

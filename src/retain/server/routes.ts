import { serve } from '#platform/server/serve.ts';
import { retainContract } from '../domain/contract.ts';
import { entitlementRoutes } from './entitlementRoutes.ts';
import './judging.ts';

/** What the routes of retain do. */
export const retainRoutes = serve(retainContract, { ...entitlementRoutes });

import { z } from 'zod';
import type { Contract, Route } from './contract.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of all contracts; operation ids are the names of the routes. */
export function openapi(contracts: readonly Contract[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const [id, route] of contracts.flatMap((contract) => Object.entries(contract))) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(id, route);
  }
  return { openapi: '3.1.0', info, paths };
}

function operationOf(id: string, route: Route): Json {
  return {
    operationId: id,
    summary: route.summary,
    'x-roles': route.may,
    parameters: [...parametersOf('path', route.params), ...parametersOf('query', route.query)],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
    responses: { 200: { description: 'OK', content: { 'application/json': { schema: schemaOf(route.response, 'output') } } }, default: { description: 'RFC 9457 problem details' } },
  };
}

function parametersOf(where: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, shape]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: shape }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

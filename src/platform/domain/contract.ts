import { z } from 'zod';
import type { Role } from './actor.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Shape = z.ZodType | undefined;

/** One route: who may call it, what goes in, what comes out. Validation, types, the client and OpenAPI all come from it. */
export type Route<Pa extends Shape = Shape, Qu extends Shape = Shape, Bo extends Shape = Shape, Re extends z.ZodType = z.ZodType> = {
  method: Method;
  path: `/api/${string}`;
  /** Deny by default: only the roles named here get past the door. */
  may: readonly Role[];
  summary: string;
  params?: Pa;
  query?: Qu;
  body?: Bo;
  response: Re;
  /** A POST that only reads (a long question): no key, nothing kept. */
  asks?: true;
  /** A file comes in (multipart) or goes out; validation then covers only params and query. */
  file?: 'in' | 'out';
  /** Opens or ends a session: its answer is never kept under a key, and what it wrote stays even when it refuses, so that failed tries count. */
  session?: true;
  /** The caller stays unknown, as a secret ballot asks: no session is read and no key is kept; the path names the region. What it does must be safe to repeat by itself. */
  unsigned?: true;
};

/** Declares one route and keeps its exact types. */
export const route = <Re extends z.ZodType, Pa extends Shape = undefined, Qu extends Shape = undefined, Bo extends Shape = undefined>(
  definition: Route<Pa, Qu, Bo, Re>,
): Route<Pa, Qu, Bo, Re> => definition;

export type Contract = Record<string, Route>;

type OutOf<S> = [S] extends [never] ? undefined : S extends z.ZodType ? z.output<S> : undefined;
type InOf<S> = S extends z.ZodType ? z.input<S> : never;
type PartOf<R, K extends 'params' | 'query' | 'body'> = R extends { [P in K]?: infer S } ? Exclude<S, undefined> : never;

/** What a handler receives once the request has been checked. */
export type Checked<R extends Route> = {
  params: OutOf<PartOf<R, 'params'>>;
  query: OutOf<PartOf<R, 'query'>>;
  body: OutOf<PartOf<R, 'body'>>;
};

/** What a client passes. */
export type Asked<R extends Route> =
  ([PartOf<R, 'params'>] extends [never] ? object : { params: InOf<PartOf<R, 'params'>> }) &
  ([PartOf<R, 'query'>] extends [never] ? object : { query?: InOf<PartOf<R, 'query'>> }) &
  ([PartOf<R, 'body'>] extends [never] ? object : { body: InOf<PartOf<R, 'body'>> });

/** What the server answers and the client gets. */
export type Given<R extends Route> = z.output<R['response']>;

/** A page of a keyset-paged list: rows and where the next page starts. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().optional() });

/** The query of a keyset-paged list. */
export const PageQuery = z.object({ after: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

import { z } from 'zod';
import type { FoundRoute } from './find-staff-routes';

type Json = Record<string, unknown>;

/** What a shape looks like in JSON. `io`: as it is sent in, or as it comes out. */
const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const schema: Json = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
};

const problem = { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': {} } };

/** The parameters of an address or a query, one by one. */
function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function operationOf({ route }: FoundRoute): Json {
  const { summary, permission, params, query, body, answer } = route.definition;
  return {
    summary,
    'x-permission': permission,
    parameters: [
      { name: 'business', in: 'path', required: true, schema: { type: 'string' } },
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      ...(answer
        ? {
            200: {
              description: 'The answer',
              content: { 'application/json': { schema: schemaOf(answer, 'output') } },
            },
          }
        : { '2XX': { description: 'Done, or a file' } }),
      default: problem,
    },
  };
}

/** The dashboard's routes as an OpenAPI 3.1 document, made from what the routes themselves check. */
export function openApiOf(routes: readonly FoundRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const found of routes) {
    const address = found.path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}');
    const path = `/api/businesses/{business}${address && `/${address}`}`;
    paths[path] = { ...paths[path], [found.method.toLowerCase()]: operationOf(found) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Neram dashboard', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' } },
    },
    security: [{ session: [] }],
    paths,
  };
}

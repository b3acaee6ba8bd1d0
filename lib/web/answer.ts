/** What we answer, whatever server carries it. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

export const toResponse = ({ status, headers, body }: Answer): Response =>
  new Response(body, { status, headers });

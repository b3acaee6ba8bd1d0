export const jobReasons = ['unreachable', 'limited', 'refused', 'missing', 'database', 'fault'] as const;
export type JobReason = (typeof jobReasons)[number];

/** The first that fits; the queue keeps an error's message and nothing else of it. */
const signs: readonly (readonly [JobReason, RegExp])[] = [
  ['limited', /\b429\b|rate.?limit|too many (requests|messages)|throttl/i],
  [
    'database',
    /prisma|deadlock|\b40P01\b|\b57P0\d|too many connections|terminating connection|connection terminated/i,
  ],
  [
    'unreachable',
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE|fetch failed|socket hang up|timed? ?out|unreachable|aborted|\b50[234]\b/i,
  ],
  ['refused', /unauthori[sz]ed|authenticat|forbidden|\b40[13]\b|invalid (access )?(token|key)|permission/i],
  ['missing', /not[- ]found|no such|there is no|does not exist|\b404\b/i],
];

/** What kind of trouble the last try of a job ran into. */
export const whyOf = (error: string): JobReason => signs.find(([, sign]) => sign.test(error))?.[0] ?? 'fault';

const development = process.env.NODE_ENV === 'development';

// Next writes its start-up data as inline scripts, and its dev server evaluates code; all else comes from here.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${development ? ' ws:' : ''}`,
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  // Builds for running and for the browser tests stand apart; see scripts/stack/build.ts.
  distDir: process.env.NERAM_BUILD_DIR || '.next',
  // The type-check is a step of its own (npm run check); a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that load files of their own at run time and must not be bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'graphile-worker',
    'pdfkit',
    'pg',
    'pino',
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // A gateway without links of its own is posted to, from here and from nowhere else; the later header counts.
    {
      source: '/pay/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: contentSecurityPolicy.replace("form-action 'self'", 'form-action *'),
        },
      ],
    },
  ],
};

export default config;

# syntax=docker/dockerfile:1

# Build: everything, with the development packages.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
# No package's install script is needed; see scripts/setup/install.mjs.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run standalone -- --to /app

# Run: the built roles and the files of packages that they reach; no sources, no package manager's tree.
FROM node:22-bookworm-slim
# The heap: ten times what a role has in use. Left to itself V8 measures it by the whole machine.
ENV NODE_ENV=production \
    NODE_OPTIONS=--max-old-space-size=1024 \
    NERAM_BUILD_DIR=dist/start/web \
    NERAM_DATA_DIR=/tmp/neram \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /app
COPY --from=build /app ./
# Nobody's files: the roles write nothing, so they own nothing.
USER 65534
EXPOSE 3000
# Whether this process answers; what it depends on is for /api/health/ready to say.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/start/web.mjs"]

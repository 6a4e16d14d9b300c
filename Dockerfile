# syntax=docker/dockerfile:1
# One image, one target a process: docker build --target intake|worker|scheduler .

FROM node:20-bookworm-slim AS base
WORKDIR /app

FROM base AS build
# The manifests alone first: as long as they stay, the installed packages come from the cache.
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
RUN npm ci
COPY .swcrc tsconfig.json ./
COPY tools tools
COPY libs libs
COPY apps apps
RUN npm run build

# Without the web app's packages: those are inside its built files.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --workspaces=false

FROM base AS runtime
ENV NODE_ENV=production \
    DATA_DIR=/data/files \
    WEB_DIR=/app/dist/web \
    HTTP_PORT=3000 \
    HEALTH_HOST=0.0.0.0 \
    HEALTH_PORT=9090
COPY --from=packages /app/package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# Named volumes take over the owner of the folder that they are first laid over.
RUN mkdir -p /data/files /data/demo && chown -R node:node /data
USER node

FROM runtime AS intake
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HTTP_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/apps/intake/src/main.js"]

FROM runtime AS worker
EXPOSE 9090
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/apps/worker/src/main.js"]

FROM runtime AS scheduler
EXPOSE 9090
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/apps/scheduler/src/main.js"]

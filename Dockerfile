# syntax=docker/dockerfile:1
# One image for every part; the command says which: bin/api.ts, bin/worker.ts, bin/migrate.ts, bin/pack.ts.
FROM node:24.21.0-slim AS base
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /lontar

# The image brings its own Node, so the scripts that would download another one stay off.
FROM base AS packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM base AS screens
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node bin/build.ts

FROM base
ENV NODE_ENV=production \
    NODE_OPTIONS=--max-old-space-size-percentage=80 \
    HOST=0.0.0.0 \
    PORT=3000 \
    LONTAR_HOME=/var/lib/lontar
RUN install -d -o node -g node -m 700 /var/lib/lontar
COPY --from=packages /lontar/node_modules node_modules
COPY package.json ./
COPY activities activities
COPY api api
COPY bin bin
COPY catalogue catalogue
COPY contracts contracts
COPY documents documents
COPY domain domain
COPY engine engine
COPY importer importer
COPY infra infra
COPY integrations integrations
COPY migrations migrations
COPY models models
COPY packs packs
COPY rehearsal rehearsal
COPY workflows workflows
COPY --from=screens /lontar/admin/dist admin/dist
COPY --from=screens /lontar/portal/dist portal/dist
USER node
EXPOSE 3000
CMD ["node", "bin/api.ts"]

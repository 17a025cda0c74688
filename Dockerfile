# Two stages: the compiler that better-sqlite3 may need stays out of the image that runs.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/vigie
COPY . .
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
# Chromium of the distribution, kept up to date with it; no second browser is downloaded.
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium ca-certificates tini \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --home-dir /var/lib/vigie --uid 10001 vigie
COPY --from=build /opt/vigie /opt/vigie
ENV NODE_ENV=production VIGIE_CHROMIUM=/usr/bin/chromium
USER vigie
WORKDIR /var/lib/vigie
VOLUME /var/lib/vigie
# tini passes SIGTERM on, so that `docker stop` ends a night cleanly.
ENTRYPOINT ["/usr/bin/tini", "--", "node", "/opt/vigie/dist/src/main.js"]
CMD ["run", "--config", "/var/lib/vigie/vigie.yaml", "--log", "json"]

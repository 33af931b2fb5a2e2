# The server alone. Neo4j runs beside it, as in compose.yaml, or wherever NEO4J_URI names one.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node server/setup/steps/prepare.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400
WORKDIR /app
# What pictures as PDF are written in.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends fonts-inter && rm -rf /var/lib/apt/lists/*
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/server/setup ./server/setup
# Read where they lie: statements, and data sets with their stories.
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/seed/data ./seed/data
USER 1000:1000
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/setup/steps/run-built.mjs"]

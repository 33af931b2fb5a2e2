/** Addresses for whoever runs the server and for what watches it; none of them needs the database. */
export const operatorRoutes = {
  live: {
    path: '/health/live',
    summary: 'Whether the process answers.',
    mediaType: 'application/json',
    failure: undefined,
  },
  ready: {
    path: '/health/ready',
    summary: 'Whether graphs can be served: the database answers, and the server is not being stopped.',
    mediaType: 'application/json',
    failure: 'Not now.',
  },
  metrics: {
    path: '/metrics',
    summary: 'Durations, outcomes, what runs and waits, memory: in the text format of Prometheus.',
    mediaType: 'text/plain',
    failure: undefined,
  },
} as const;

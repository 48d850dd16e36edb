import { z } from 'zod'
import { readMetrics } from '#usecases/metrics/read-metrics.ts'
import type { Operation } from '../operation.ts'
import { prometheusText } from '../prometheus.ts'

/** Counts for monitoring. It lies beside `/api/health`, outside `/api/v1`. */
export const metricsOperation: Operation = {
  method: 'GET',
  path: '/metrics',
  scope: 'metrics',
  summary: 'Counts of requests, jobs and entries as Prometheus text',
  base: '/api',
  contentType: 'text/plain',
  answers: { 200: z.string() },
  async run({ desk, principal }) {
    const text = prometheusText(await desk.query(readMetrics, {}, principal))
    return { status: 200, body: text, contentType: 'text/plain; version=0.0.4; charset=utf-8' }
  },
}

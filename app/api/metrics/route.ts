import { apiRoute } from '#server/http/api-route.ts'
import { metricsOperation } from '#server/http/operations/metrics.ts'

export const GET = apiRoute(metricsOperation)

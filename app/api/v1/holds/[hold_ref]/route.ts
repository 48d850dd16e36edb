import { apiRoute } from '#server/http/api-route.ts'
import { putHoldOperation } from '#server/http/operations/put-hold.ts'

export const PUT = apiRoute(putHoldOperation)

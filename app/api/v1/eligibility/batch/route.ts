import { apiRoute } from '#server/http/api-route.ts'
import { askGateBatchOperation } from '#server/http/operations/ask-gate.ts'

export const POST = apiRoute(askGateBatchOperation)

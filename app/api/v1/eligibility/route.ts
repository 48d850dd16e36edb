import { apiRoute } from '#server/http/api-route.ts'
import { askGateOperation } from '#server/http/operations/ask-gate.ts'

export const POST = apiRoute(askGateOperation)

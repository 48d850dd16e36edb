import { apiRoute } from '#server/http/api-route.ts'
import { readRequestOperation } from '#server/http/operations/requests.ts'

export const GET = apiRoute(readRequestOperation)

import { apiRoute } from '#server/http/api-route.ts'
import { receiveRequestOperation } from '#server/http/operations/requests.ts'

export const POST = apiRoute(receiveRequestOperation)

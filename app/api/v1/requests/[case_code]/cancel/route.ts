import { apiRoute } from '#server/http/api-route.ts'
import { cancelRequestOperation } from '#server/http/operations/requests.ts'

export const POST = apiRoute(cancelRequestOperation)

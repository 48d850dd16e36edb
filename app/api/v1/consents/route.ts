import { apiRoute } from '#server/http/api-route.ts'
import { recordConsentsOperation } from '#server/http/operations/consents.ts'

export const POST = apiRoute(recordConsentsOperation)

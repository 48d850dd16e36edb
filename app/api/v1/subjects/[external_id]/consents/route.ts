import { apiRoute } from '#server/http/api-route.ts'
import { readConsentsOperation } from '#server/http/operations/consents.ts'

export const GET = apiRoute(readConsentsOperation)

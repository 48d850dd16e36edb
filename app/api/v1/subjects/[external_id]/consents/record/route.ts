import { apiRoute } from '#server/http/api-route.ts'
import { consentRecordOperation } from '#server/http/operations/consents.ts'

export const GET = apiRoute(consentRecordOperation)

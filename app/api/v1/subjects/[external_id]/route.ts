import { apiRoute } from '#server/http/api-route.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'

export const PUT = apiRoute(putSubjectOperation)

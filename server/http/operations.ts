import type { Operation } from './operation.ts'
import { askGateBatchOperation, askGateOperation } from './operations/ask-gate.ts'
import { consentRecordOperation, readConsentsOperation, recordConsentsOperation } from './operations/consents.ts'
import { metricsOperation } from './operations/metrics.ts'
import { putHoldOperation } from './operations/put-hold.ts'
import { putSubjectOperation } from './operations/put-subject.ts'
import { cancelRequestOperation, readRequestOperation, receiveRequestOperation } from './operations/requests.ts'

/** Every operation that a machine client can ask for; the OpenAPI document is printed from this list. */
export const operations: readonly Operation[] = [
  putSubjectOperation,
  recordConsentsOperation,
  readConsentsOperation,
  consentRecordOperation,
  putHoldOperation,
  askGateOperation,
  askGateBatchOperation,
  receiveRequestOperation,
  readRequestOperation,
  cancelRequestOperation,
  metricsOperation,
]

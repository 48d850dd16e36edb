import { parkReason, type Request } from '#domain/request/request.ts'

/** Parked for a caller whom somebody else is steering: the agent's screen shows it as submitted (domain book §5.2). */
export const isQuiet = (request: Request): boolean => parkReason(request) === 'under_pressure'

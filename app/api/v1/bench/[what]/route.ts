import { benchRoute } from '#server/http/bench-route.ts'

export const POST = benchRoute()

import type { EffectHandlers } from '../carry-out.ts'

/** Messages to people are sent by a job; its command renders the words, so that nothing personal waits in a queue. */
export const noticeEffects = {
  async notify(effect, { request }) {
    const payload = { request: request.id, template: effect.template, to: effect.to, human: effect.human ?? null }
    const key = `notification.queue:${request.id}:${request.version}:${effect.template}:${effect.to}`
    return { jobs: [{ kind: 'notification.queue', key, payload }] }
  },
} satisfies Partial<EffectHandlers>

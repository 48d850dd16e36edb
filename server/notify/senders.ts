import type { Channels } from '#usecases/ports/notifier.ts'
import type { Config } from '../config.ts'
import type { Send } from './message.ts'
import { sendBySmtp } from './send-by-smtp.ts'
import { sendByWebhook } from './send-by-webhook.ts'

/** The ways out that are configured; null where there is none. */
export interface Senders {
  readonly email: Send | null
  readonly sms: Send | null
}

/** Opens what the configuration names. Nothing is reached before something is sent. */
export const sendersFor = (config: Config): Senders => ({
  email: config.smtp === null ? null : sendBySmtp(config.smtp),
  sms: config.smsWebhook === null ? null : sendByWebhook(config.smsWebhook, () => Date.now()),
})

/**
 * Which ways are open. A demo's outbox takes both; a desk with no way at all keeps both too, so that what can not be
 * sent is seen to fail rather than never tried.
 */
export function channelsFor({ demo, smtp, smsWebhook }: Pick<Config, 'demo' | 'smtp' | 'smsWebhook'>): Channels {
  if (demo || (smtp === null && smsWebhook === null)) return { sms: true, email: true }
  return { sms: smsWebhook !== null, email: smtp !== null }
}

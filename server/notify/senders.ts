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

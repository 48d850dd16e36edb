import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgresql://')
    .optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  RIGHTSDESK_DATA: z.string().default('./data'),
  RIGHTSDESK_KEYS: z.string().default('./keys'),
  RIGHTSDESK_DEMO: flag.default(true),
  RIGHTSDESK_CLOCK_FILE: z.string().optional(),
  RIGHTSDESK_SYSTEMS: z.string().optional(),
  RIGHTSDESK_MIGRATIONS: z.string().optional(),
  RIGHTSDESK_BENCH: flag.default(false),
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  OPERATOR_NAME: z.string().trim().min(1).max(80).optional(),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  SMTP_FROM: z.string().default('no-reply@localhost'),
  // A local part may have 64 characters (RFC 5321 §4.5.3.1.1), and `+` with a message's token takes 49 of them.
  SMTP_BOUNCES: z
    .string()
    .regex(/^[\w.-]{1,15}@[\w.-]+$/, 'must be an address with at most 15 letters, digits, dots or hyphens before the @')
    .optional(),
  SMS_WEBHOOK_URL: z.url().optional(),
  SMS_WEBHOOK_TOKEN: z.string().optional(),
})

/** Everything the process takes from its surroundings, checked once and typed. Paths are absolute. */
export interface Config {
  readonly production: boolean
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string | null
  readonly dataDirectory: string
  readonly keysDirectory: string
  /** Where SQLite systems may live; nowhere else. */
  readonly systemsDirectory: string
  /** Where the committed migrations lie; null: beside the sources. A bundle has no such place and is told. */
  readonly migrationsDirectory: string | null
  readonly demo: boolean
  readonly clockFile: string | null
  readonly bench: boolean
  readonly publicUrl: string
  /** Who runs this desk, as its pages for people outside say it; null: the host of the public address. */
  readonly operatorName: string | null
  readonly sessionSecret: string | null
  readonly trustedProxies: readonly string[]
  /** `bounces`: to where reports go, each message with a `+` part of its own; null: to the sender. */
  readonly smtp: { readonly url: string; readonly from: string; readonly bounces: string | null } | null
  readonly smsWebhook: { readonly url: string; readonly token: string | null } | null
}

/** The configuration can not be used; the message names each variable and what is wrong with it, one a line. */
export class ConfigError extends Error {}

/** Reads and checks an environment. `file:` addresses are made absolute. @throws ConfigError */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const v = parsed.data
  const dataDirectory = path.resolve(v.RIGHTSDESK_DATA)
  const keysDirectory = path.resolve(v.RIGHTSDESK_KEYS)
  if (isInside(keysDirectory, dataDirectory)) {
    throw new ConfigError('RIGHTSDESK_KEYS: must not lie below RIGHTSDESK_DATA, or a backup would carry its own keys')
  }
  const url = v.DATABASE_URL ?? `file:${path.join(dataDirectory, 'rightsdesk.db')}`
  return {
    production: v.NODE_ENV === 'production',
    databaseUrl: url.startsWith('file:') ? `file:${path.resolve(url.slice('file:'.length))}` : url,
    databaseOwnerUrl: v.DATABASE_OWNER_URL ?? null,
    dataDirectory,
    keysDirectory,
    systemsDirectory: path.resolve(v.RIGHTSDESK_SYSTEMS ?? path.join(dataDirectory, 'systems')),
    migrationsDirectory: v.RIGHTSDESK_MIGRATIONS === undefined ? null : path.resolve(v.RIGHTSDESK_MIGRATIONS),
    demo: v.RIGHTSDESK_DEMO,
    clockFile: v.RIGHTSDESK_CLOCK_FILE === undefined ? null : path.resolve(v.RIGHTSDESK_CLOCK_FILE),
    bench: v.RIGHTSDESK_BENCH,
    publicUrl: v.PUBLIC_URL,
    operatorName: v.OPERATOR_NAME ?? null,
    sessionSecret: v.NEXTAUTH_SECRET ?? null,
    trustedProxies: v.TRUSTED_PROXIES.split(',').map((s) => s.trim()).filter(Boolean),
    smtp: v.SMTP_URL === undefined ? null : { url: v.SMTP_URL, from: v.SMTP_FROM, bounces: v.SMTP_BOUNCES ?? null },
    smsWebhook: v.SMS_WEBHOOK_URL === undefined ? null : { url: v.SMS_WEBHOOK_URL, token: v.SMS_WEBHOOK_TOKEN ?? null },
  }
}

/** The configuration of this process. */
export const processConfig = (): Config => readConfig(process.env)

/** Whether `inner` is `outer` or lies below it. */
function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

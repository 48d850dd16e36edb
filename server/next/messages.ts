import compile from 'icu-minify/compile'
import type { Locale } from '#domain/reader/preferences.ts'
import approvalsEn from '#messages/en/approvals.json' with { type: 'json' }
import auditEn from '#messages/en/audit.json' with { type: 'json' }
import authEn from '#messages/en/auth.json' with { type: 'json' }
import callingEn from '#messages/en/calling.json' with { type: 'json' }
import casesEn from '#messages/en/cases.json' with { type: 'json' }
import checksEn from '#messages/en/checks.json' with { type: 'json' }
import commonEn from '#messages/en/common.json' with { type: 'json' }
import confirmEn from '#messages/en/confirm.json' with { type: 'json' }
import consentEn from '#messages/en/consent.json' with { type: 'json' }
import deputiesEn from '#messages/en/deputies.json' with { type: 'json' }
import copyEn from '#messages/en/copy.json' with { type: 'json' }
import deskEn from '#messages/en/desk.json' with { type: 'json' }
import dueEn from '#messages/en/due.json' with { type: 'json' }
import errorsEn from '#messages/en/errors.json' with { type: 'json' }
import holdsEn from '#messages/en/holds.json' with { type: 'json' }
import ineligibilityEn from '#messages/en/ineligibility.json' with { type: 'json' }
import intakeEn from '#messages/en/intake.json' with { type: 'json' }
import jobsEn from '#messages/en/jobs.json' with { type: 'json' }
import keysEn from '#messages/en/keys.json' with { type: 'json' }
import lawsEn from '#messages/en/laws.json' with { type: 'json' }
import lockEn from '#messages/en/lock.json' with { type: 'json' }
import liveEn from '#messages/en/live.json' with { type: 'json' }
import logEn from '#messages/en/log.json' with { type: 'json' }
import messagesEn from '#messages/en/messages.json' with { type: 'json' }
import noticesEn from '#messages/en/notices.json' with { type: 'json' }
import partnersEn from '#messages/en/partners.json' with { type: 'json' }
import personEn from '#messages/en/person.json' with { type: 'json' }
import planEn from '#messages/en/plan.json' with { type: 'json' }
import reviewsEn from '#messages/en/reviews.json' with { type: 'json' }
import scriptEn from '#messages/en/script.json' with { type: 'json' }
import scriptsEn from '#messages/en/scripts.json' with { type: 'json' }
import settingsEn from '#messages/en/settings.json' with { type: 'json' }
import shellEn from '#messages/en/shell.json' with { type: 'json' }
import shiftEn from '#messages/en/shift.json' with { type: 'json' }
import toldEn from '#messages/en/told.json' with { type: 'json' }
import tourEn from '#messages/en/tour.json' with { type: 'json' }
import troubleEn from '#messages/en/trouble.json' with { type: 'json' }
import uiEn from '#messages/en/ui.json' with { type: 'json' }
import wordsEn from '#messages/en/words.json' with { type: 'json' }
import approvalsZh from '#messages/zh-CN/approvals.json' with { type: 'json' }
import auditZh from '#messages/zh-CN/audit.json' with { type: 'json' }
import authZh from '#messages/zh-CN/auth.json' with { type: 'json' }
import callingZh from '#messages/zh-CN/calling.json' with { type: 'json' }
import casesZh from '#messages/zh-CN/cases.json' with { type: 'json' }
import checksZh from '#messages/zh-CN/checks.json' with { type: 'json' }
import commonZh from '#messages/zh-CN/common.json' with { type: 'json' }
import confirmZh from '#messages/zh-CN/confirm.json' with { type: 'json' }
import consentZh from '#messages/zh-CN/consent.json' with { type: 'json' }
import deputiesZh from '#messages/zh-CN/deputies.json' with { type: 'json' }
import copyZh from '#messages/zh-CN/copy.json' with { type: 'json' }
import deskZh from '#messages/zh-CN/desk.json' with { type: 'json' }
import dueZh from '#messages/zh-CN/due.json' with { type: 'json' }
import errorsZh from '#messages/zh-CN/errors.json' with { type: 'json' }
import holdsZh from '#messages/zh-CN/holds.json' with { type: 'json' }
import ineligibilityZh from '#messages/zh-CN/ineligibility.json' with { type: 'json' }
import intakeZh from '#messages/zh-CN/intake.json' with { type: 'json' }
import jobsZh from '#messages/zh-CN/jobs.json' with { type: 'json' }
import keysZh from '#messages/zh-CN/keys.json' with { type: 'json' }
import lawsZh from '#messages/zh-CN/laws.json' with { type: 'json' }
import lockZh from '#messages/zh-CN/lock.json' with { type: 'json' }
import liveZh from '#messages/zh-CN/live.json' with { type: 'json' }
import logZh from '#messages/zh-CN/log.json' with { type: 'json' }
import messagesZh from '#messages/zh-CN/messages.json' with { type: 'json' }
import noticesZh from '#messages/zh-CN/notices.json' with { type: 'json' }
import partnersZh from '#messages/zh-CN/partners.json' with { type: 'json' }
import personZh from '#messages/zh-CN/person.json' with { type: 'json' }
import planZh from '#messages/zh-CN/plan.json' with { type: 'json' }
import reviewsZh from '#messages/zh-CN/reviews.json' with { type: 'json' }
import scriptZh from '#messages/zh-CN/script.json' with { type: 'json' }
import scriptsZh from '#messages/zh-CN/scripts.json' with { type: 'json' }
import settingsZh from '#messages/zh-CN/settings.json' with { type: 'json' }
import shellZh from '#messages/zh-CN/shell.json' with { type: 'json' }
import shiftZh from '#messages/zh-CN/shift.json' with { type: 'json' }
import toldZh from '#messages/zh-CN/told.json' with { type: 'json' }
import tourZh from '#messages/zh-CN/tour.json' with { type: 'json' }
import troubleZh from '#messages/zh-CN/trouble.json' with { type: 'json' }
import uiZh from '#messages/zh-CN/ui.json' with { type: 'json' }
import wordsZh from '#messages/zh-CN/words.json' with { type: 'json' }

// One file per namespace and language, so that two people can add screens at once. English is the
// shape: tests/integration/messages.test.ts holds the Chinese files to it, key by key.
const en = {
  approvals: approvalsEn,
  audit: auditEn,
  auth: authEn,
  calling: callingEn,
  cases: casesEn,
  checks: checksEn,
  common: commonEn,
  confirm: confirmEn,
  consent: consentEn,
  deputies: deputiesEn,
  copy: copyEn,
  desk: deskEn,
  due: dueEn,
  errors: errorsEn,
  holds: holdsEn,
  ineligibility: ineligibilityEn,
  intake: intakeEn,
  jobs: jobsEn,
  keys: keysEn,
  laws: lawsEn,
  lock: lockEn,
  live: liveEn,
  log: logEn,
  messages: messagesEn,
  notices: noticesEn,
  partners: partnersEn,
  person: personEn,
  plan: planEn,
  reviews: reviewsEn,
  script: scriptEn,
  scripts: scriptsEn,
  settings: settingsEn,
  shell: shellEn,
  shift: shiftEn,
  told: toldEn,
  tour: tourEn,
  trouble: troubleEn,
  ui: uiEn,
  words: wordsEn,
}

const zh: Messages = {
  approvals: approvalsZh,
  audit: auditZh,
  auth: authZh,
  calling: callingZh,
  cases: casesZh,
  checks: checksZh,
  common: commonZh,
  confirm: confirmZh,
  consent: consentZh,
  deputies: deputiesZh,
  copy: copyZh,
  desk: deskZh,
  due: dueZh,
  errors: errorsZh,
  holds: holdsZh,
  ineligibility: ineligibilityZh,
  intake: intakeZh,
  jobs: jobsZh,
  keys: keysZh,
  laws: lawsZh,
  lock: lockZh,
  live: liveZh,
  log: logZh,
  messages: messagesZh,
  notices: noticesZh,
  partners: partnersZh,
  person: personZh,
  plan: planZh,
  reviews: reviewsZh,
  script: scriptZh,
  scripts: scriptsZh,
  settings: settingsZh,
  shell: shellZh,
  shift: shiftZh,
  told: toldZh,
  tour: tourZh,
  trouble: troubleZh,
  ui: uiZh,
  words: wordsZh,
}

export type Messages = typeof en

/** Patterns as what formats them wants them: the built desk knows no other (next.config.js). */
function compiled<T extends object>(messages: T): T {
  const each = ([key, value]: [string, unknown]) =>
    [key, typeof value === 'string' ? compile(value) : compiled(value as object)]
  // Typed as they are written: keys are what screens ask for.
  return Object.fromEntries(Object.entries(messages).map(each)) as T
}

// Cloned, for what goes to the browser must be plain objects.
const byLocale = structuredClone({ en: compiled(en), 'zh-CN': compiled(zh) })

/** All messages of one locale. Only the server holds them all; see `components/i18n/client-messages.tsx`. */
export function messagesOf(locale: Locale): Messages {
  return byLocale[locale]
}

import type { Locale } from '#domain/reader/preferences.ts'
import approvalsEn from '#messages/en/approvals.json' with { type: 'json' }
import auditEn from '#messages/en/audit.json' with { type: 'json' }
import authEn from '#messages/en/auth.json' with { type: 'json' }
import casesEn from '#messages/en/cases.json' with { type: 'json' }
import commonEn from '#messages/en/common.json' with { type: 'json' }
import deputiesEn from '#messages/en/deputies.json' with { type: 'json' }
import deskEn from '#messages/en/desk.json' with { type: 'json' }
import dueEn from '#messages/en/due.json' with { type: 'json' }
import errorsEn from '#messages/en/errors.json' with { type: 'json' }
import holdsEn from '#messages/en/holds.json' with { type: 'json' }
import ineligibilityEn from '#messages/en/ineligibility.json' with { type: 'json' }
import intakeEn from '#messages/en/intake.json' with { type: 'json' }
import lockEn from '#messages/en/lock.json' with { type: 'json' }
import logEn from '#messages/en/log.json' with { type: 'json' }
import personEn from '#messages/en/person.json' with { type: 'json' }
import planEn from '#messages/en/plan.json' with { type: 'json' }
import scriptEn from '#messages/en/script.json' with { type: 'json' }
import settingsEn from '#messages/en/settings.json' with { type: 'json' }
import shellEn from '#messages/en/shell.json' with { type: 'json' }
import troubleEn from '#messages/en/trouble.json' with { type: 'json' }
import uiEn from '#messages/en/ui.json' with { type: 'json' }
import wordsEn from '#messages/en/words.json' with { type: 'json' }
import approvalsZh from '#messages/zh-CN/approvals.json' with { type: 'json' }
import auditZh from '#messages/zh-CN/audit.json' with { type: 'json' }
import authZh from '#messages/zh-CN/auth.json' with { type: 'json' }
import casesZh from '#messages/zh-CN/cases.json' with { type: 'json' }
import commonZh from '#messages/zh-CN/common.json' with { type: 'json' }
import deputiesZh from '#messages/zh-CN/deputies.json' with { type: 'json' }
import deskZh from '#messages/zh-CN/desk.json' with { type: 'json' }
import dueZh from '#messages/zh-CN/due.json' with { type: 'json' }
import errorsZh from '#messages/zh-CN/errors.json' with { type: 'json' }
import holdsZh from '#messages/zh-CN/holds.json' with { type: 'json' }
import ineligibilityZh from '#messages/zh-CN/ineligibility.json' with { type: 'json' }
import intakeZh from '#messages/zh-CN/intake.json' with { type: 'json' }
import lockZh from '#messages/zh-CN/lock.json' with { type: 'json' }
import logZh from '#messages/zh-CN/log.json' with { type: 'json' }
import personZh from '#messages/zh-CN/person.json' with { type: 'json' }
import planZh from '#messages/zh-CN/plan.json' with { type: 'json' }
import scriptZh from '#messages/zh-CN/script.json' with { type: 'json' }
import settingsZh from '#messages/zh-CN/settings.json' with { type: 'json' }
import shellZh from '#messages/zh-CN/shell.json' with { type: 'json' }
import troubleZh from '#messages/zh-CN/trouble.json' with { type: 'json' }
import uiZh from '#messages/zh-CN/ui.json' with { type: 'json' }
import wordsZh from '#messages/zh-CN/words.json' with { type: 'json' }

// One file per namespace and language, so that two people can add screens at once. English is the
// shape: tests/integration/messages.test.ts holds the Chinese files to it, key by key.
const en = {
  approvals: approvalsEn,
  audit: auditEn,
  auth: authEn,
  cases: casesEn,
  common: commonEn,
  deputies: deputiesEn,
  desk: deskEn,
  due: dueEn,
  errors: errorsEn,
  holds: holdsEn,
  ineligibility: ineligibilityEn,
  intake: intakeEn,
  lock: lockEn,
  log: logEn,
  person: personEn,
  plan: planEn,
  script: scriptEn,
  settings: settingsEn,
  shell: shellEn,
  trouble: troubleEn,
  ui: uiEn,
  words: wordsEn,
}

const zh: Messages = {
  approvals: approvalsZh,
  audit: auditZh,
  auth: authZh,
  cases: casesZh,
  common: commonZh,
  deputies: deputiesZh,
  desk: deskZh,
  due: dueZh,
  errors: errorsZh,
  holds: holdsZh,
  ineligibility: ineligibilityZh,
  intake: intakeZh,
  lock: lockZh,
  log: logZh,
  person: personZh,
  plan: planZh,
  script: scriptZh,
  settings: settingsZh,
  shell: shellZh,
  trouble: troubleZh,
  ui: uiZh,
  words: wordsZh,
}

export type Messages = typeof en

/** All messages of one locale. Only the server holds them all; see `components/i18n/client-messages.tsx`. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'zh-CN' ? zh : en
}

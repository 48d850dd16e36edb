import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRequestSettings } from '#domain/request/settings.ts'
import { requestSettingsFrom } from './request-settings.ts'
import {
  defaultSettings, parseSetting, settingDefinitions, settingKeys, settingMs, settingsFrom, settingText,
} from './settings.ts'

describe('the settings', () => {
  it('have the defaults of the domain book', () => {
    expect(defaultSettings).toMatchObject({
      contact_fresh_days: 7, resume_minutes: 10, case_link_hours: 72, told_in_writing_days: 3,
      supervisor_grace_hours: 24,
      access_release_days: 7, contact_changed_days: 30, client_assurance_max: 2, abandoned_hours: 24,
      give_up_days: 14, return_days: 5, cooling_off_days: 7, access_collect_days: 30, retry_hours: 72,
      recheck_hours: 24, park_tries: 3, park_days: 14, dispute_hours: 72, escalation_hours: 48,
      lost_contact_hours: 72, fallback_answer_months: 1, keep_months: 24, key_backup_days: 30,
      service_sensitive: false, approve_deregistration: false, weak_identifier_bars_alone: true,
    })
  })

  it('are all readable at their default and refused just outside their bounds', () => {
    for (const key of settingKeys) {
      const definition = settingDefinitions[key]
      expect(parseSetting(key, settingText(definition.initial)), key).toMatchObject({ ok: true, key })
      if (definition.unit === 'flag' || definition.unit === 'country') continue
      expect(parseSetting(key, String(definition.min - 1)), key).toMatchObject({ ok: false, reason: 'too_small' })
      expect(parseSetting(key, String(definition.max + 1)), key).toMatchObject({ ok: false, reason: 'too_large' })
    }
  })

  it('say what is wrong with a value', () => {
    expect(parseSetting('cooling_off', '7')).toEqual({ ok: false, reason: 'unknown_setting' })
    expect(parseSetting('constructor', '7')).toEqual({ ok: false, reason: 'unknown_setting' })
    for (const raw of ['', '7.5', '1e3', '7 days', '0x7', 'NaN', '９']) {
      expect(parseSetting('cooling_off_days', raw), raw).toMatchObject({ reason: 'not_a_whole_number' })
    }
    for (const raw of ['', 'Canada', 'ZZ', '1']) {
      expect(parseSetting('home_country', raw), raw).toEqual({ ok: false, reason: 'not_a_country' })
    }
    expect(parseSetting('home_country', ' ca ')).toEqual({ ok: true, key: 'home_country', value: 'CA' })
    expect(parseSetting('approve_access', '1')).toEqual({ ok: false, reason: 'not_yes_or_no' })
    expect(parseSetting('cooling_off_days', ' 0 ')).toEqual({ ok: true, key: 'cooling_off_days', value: 0 })
  })

  it('survive being stored and read back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingKeys), fc.integer({ min: 0, max: 365 }), fc.boolean(), (key, n, flag) => {
        const value = settingDefinitions[key].unit === 'flag' ? flag : n
        const parsed = parseSetting(key, settingText(value))
        if (parsed.ok) expect(settingsFrom([{ key, value: settingText(value) }])[key]).toBe(value)
      }),
      { seed: 5 },
    )
  })

  it('refuse a stored row that can not be read, rather than fall back to the default', () => {
    expect(() => settingsFrom([{ key: 'cooling_off_days', value: 'seven' }])).toThrow('cooling_off_days')
    expect(() => settingsFrom([{ key: 'gone', value: '1' }])).toThrow('gone')
  })

  it('give spans in milliseconds', () => {
    expect(settingMs(defaultSettings, 'cooling_off_days')).toBe(604_800_000)
    expect(settingMs(defaultSettings, 'recheck_hours')).toBe(86_400_000)
    expect(settingMs(defaultSettings, 'resume_minutes')).toBe(600_000)
  })

  it('give the request machine its own defaults when nothing was changed', () => {
    expect(requestSettingsFrom(defaultSettings)).toEqual(defaultRequestSettings)
  })

  it('reach the request machine when they are changed', () => {
    const changed = settingsFrom([
      { key: 'cooling_off_days', value: '0' },
      { key: 'supervisor_grace_hours', value: '0' },
      { key: 'approve_deregistration', value: 'yes' },
    ])
    expect(requestSettingsFrom(changed)).toMatchObject({
      coolingOffMs: 0, newDeciderWaitMs: 0, approvalNotNeeded: ['consent_withdrawal', 'access', 'void_enrolment'],
    })
  })
})

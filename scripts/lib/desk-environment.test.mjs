import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deskEnvironment } from './desk-environment.mjs'
import { root } from './root.mjs'

describe('the environment of the desk', () => {
  it('listens on this machine only unless a person says otherwise', () => {
    expect(deskEnvironment({ HOSTNAME: 'a-container' })).toMatchObject({
      HOSTNAME: '127.0.0.1', PORT: '3000', NEXTAUTH_URL: 'http://127.0.0.1:3000',
    })
    expect(deskEnvironment({ HOST: '0.0.0.0', PORT: '80' })).toMatchObject({
      HOSTNAME: '0.0.0.0', PORT: '80', NEXTAUTH_URL: 'http://127.0.0.1:80',
    })
  })

  it('makes every path absolute, so that no database lies in the build', () => {
    const env = { DATABASE_URL: 'file:./here.db', RIGHTSDESK_DATA: 'd', RIGHTSDESK_KEYS: 'k', RIGHTSDESK_SYSTEMS: 's' }
    expect(deskEnvironment(env)).toMatchObject({
      DATABASE_URL: `file:${join(root, 'here.db')}`,
      RIGHTSDESK_DATA: join(root, 'd'),
      RIGHTSDESK_KEYS: join(root, 'k'),
      RIGHTSDESK_SYSTEMS: join(root, 's'),
    })
  })

  it('keeps the database below the data by default, and another database as it is named', () => {
    expect(deskEnvironment({ RIGHTSDESK_DATA: '/srv/desk' }).DATABASE_URL).toBe('file:/srv/desk/rightsdesk.db')
    const url = 'postgresql://desk@db.example/desk'
    expect(deskEnvironment({ DATABASE_URL: url }).DATABASE_URL).toBe(url)
  })

  it('is reached at PUBLIC_URL where there is one', () => {
    expect(deskEnvironment({ PUBLIC_URL: 'https://desk.example' }).NEXTAUTH_URL).toBe('https://desk.example')
  })
})

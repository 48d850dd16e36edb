import { describe, expect, it } from 'vitest'
import { isForbiddenAddress } from './forbidden-address.ts'

describe('an address that nothing goes to', () => {
  it('is link-local, a metadata service, unspecified, multicast, or no address at all', () => {
    const forbidden = [
      '169.254.169.254', '169.254.0.1', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254',
      '100.100.100.200', '0.0.0.0', '0.1.2.3', '::', '224.0.0.1', '255.255.255.255', 'ff02::1', '', 'localhost', '2852039166',
    ]
    for (const address of forbidden) expect(isForbiddenAddress(address), address).toBe(true)
  })

  it('is none of those at which an operator’s systems are', () => {
    for (const address of ['127.0.0.1', '::1', '10.0.0.5', '192.168.1.2', '172.16.9.1', '93.184.216.34', '2606:2800::1', 'fd12::7']) {
      expect(isForbiddenAddress(address), address).toBe(false)
    }
  })
})

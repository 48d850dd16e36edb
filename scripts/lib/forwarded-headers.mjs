import { BlockList, isIP } from 'node:net'

const claimed = /^(x-forwarded-.+|forwarded|x-real-ip)$/i

/**
 * Reads `TRUSTED_PROXIES`: addresses and networks (`10.0.0.5, 192.168.0.0/16, fd00::/8`), separated by commas.
 *
 * @param {string} list
 * @returns {(address: string | undefined) => boolean} whether a peer's address is one of them
 * @throws Error that names the entry that is none
 */
export function trustedProxies(list) {
  const trusted = new BlockList()
  for (const entry of list.split(',').map((one) => one.trim()).filter(Boolean)) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address)
    const bits = Number(prefix ?? (family === 6 ? 128 : 32))
    if (family === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 6 ? 128 : 32)) {
      throw new Error(`TRUSTED_PROXIES: "${entry}" is neither an address nor a network.`)
    }
    trusted.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4')
  }
  return (address) => {
    if (!address) return false
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
    const family = isIP(plain)
    return family !== 0 && trusted.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}

/**
 * Removes what a request claims about where it came from: only a proxy of ours may say that.
 *
 * @param {{ headers: Record<string, unknown>, rawHeaders: string[] }} request
 */
export function stripForwarded(request) {
  for (const name of Object.keys(request.headers)) if (claimed.test(name)) delete request.headers[name]
  for (let at = request.rawHeaders.length - 2; at >= 0; at -= 2) {
    if (claimed.test(request.rawHeaders[at] ?? '')) request.rawHeaders.splice(at, 2)
  }
}

import { BlockList, isIP } from 'node:net'

const forbidden = new BlockList()
const ranges = [
  // "This network", among it 0.0.0.0, which reaches the machine itself (RFC 6890).
  ['0.0.0.0', 8, 'ipv4'],
  // Link-local, where clouds hand out a machine's credentials (RFC 3927; 169.254.169.254).
  ['169.254.0.0', 16, 'ipv4'],
  // Alibaba Cloud's metadata service, in shared address space.
  ['100.100.100.200', 32, 'ipv4'],
  // Multicast, reserved and broadcast (RFC 5771, RFC 6890).
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  // Amazon's metadata service over IPv6.
  ['fd00:ec2::254', 128, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
] as const
for (const [address, bits, family] of ranges) forbidden.addSubnet(address, bits, family)

/**
 * Whether an IP address is one that nothing of ours ever goes to: link-local and metadata services, multicast,
 * unspecified. Private and loopback addresses are allowed: that is where an operator's own systems are.
 *
 * @param address without brackets; what is no IP address is forbidden too
 */
export function isForbiddenAddress(address: string): boolean {
  const [bare = ''] = address.split('%')
  const family = isIP(bare)
  if (family === 0) return true
  // An IPv4 address written as IPv6 falls under the IPv4 ranges: the block list sees through it.
  return forbidden.check(bare, family === 4 ? 'ipv4' : 'ipv6')
}

import { lookup as resolve } from 'node:dns'
import { isIP, Socket, type LookupFunction } from 'node:net'
import { isForbiddenAddress } from './forbidden-address.ts'

/** The one place that a connection of ours may go to. */
export interface Target {
  /** A name or an IP address, without brackets. */
  readonly host: string
  readonly port: number
}

/** This host, port or address is none that may be reached; nothing was sent. */
export class NotDialled extends Error {
  constructor() {
    super('not_allowed')
    this.name = 'NotDialled'
  }
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').toLowerCase()

/** Where a URL leads. */
export function targetOf(url: string, usualPort: number): Target {
  const { hostname, port } = new URL(url)
  return { host: bare(hostname), port: port === '' ? usualPort : Number(port) }
}

/** @throws NotDialled for an address literal that is forbidden; names are judged by what they resolve to */
export function assertMayDial({ host }: Target): void {
  if (host === '' || (isIP(host) !== 0 && isForbiddenAddress(host))) throw new NotDialled()
}

/**
 * Resolves a name once and connects to what was judged: a second answer of the name server can not lead elsewhere.
 * One forbidden address among several refuses them all.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (fault, addresses) => {
    const [first] = addresses ?? []
    if (fault !== null || first === undefined) return callback(fault ?? new NotDialled(), '')
    if (addresses.some(({ address }) => isForbiddenAddress(address))) return callback(new NotDialled(), '')
    if (options.all === true) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}

/** Connects to the target, and to nothing else. The socket fails with NotDialled where that is forbidden. */
export function dial(target: Target): Socket {
  return waitingSocket(target).connect(target.port, target.host)
}

/**
 * A socket for drivers that call `connect(port, host)` themselves, such as pg's: it goes to the target alone, whatever
 * the driver read out of an address or the environment.
 */
export function waitingSocket(target: Target): Socket {
  const socket = new Socket()
  const connect = socket.connect.bind(socket)
  const guarded = (port: unknown, host: unknown): Socket => {
    try {
      if (port !== target.port || typeof host !== 'string' || bare(host) !== target.host) throw new NotDialled()
      assertMayDial(target)
    } catch (fault) {
      return socket.destroy(fault as Error)
    }
    return connect({ port: target.port, host: target.host, lookup: guardedLookup })
  }
  return Object.assign(socket, { connect: guarded })
}

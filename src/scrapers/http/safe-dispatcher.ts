import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { type AllowedHosts, isForbiddenAddress } from './address-check.ts'

/** Resolves a name to all of its addresses; a test passes its own. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Limits of one connection, milliseconds and bytes. */
export interface ConnectionLimits {
  readonly connectTimeoutMs: number
  readonly headersTimeoutMs: number
  readonly bodyTimeoutMs: number
  readonly maxHeaderBytes: number
}

/** How connections are made. */
export interface SafeDispatcherOptions extends ConnectionLimits {
  readonly allowedHosts: AllowedHosts
  /** Connections per host. */
  readonly connections: number
  readonly resolveName?: ResolveName
}

/** A connection was refused because of the address behind the name. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
  readonly code = 'VIGIE_ADDRESS_REFUSED'

  constructor(hostname: string, address: string) {
    super(`${hostname} is at ${address}, a private or local address; only hosts named in the config may be there.`)
  }
}

const systemResolve: ResolveName = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, callback)
}

/**
 * The dispatcher of all HTTP of a crawl. Addresses are checked when a connection is made, on what the name resolved to
 * for this very connection, so that a name that changes its mind between check and use gains nothing.
 */
export function createSafeDispatcher(options: SafeDispatcherOptions): Agent {
  const { allowedHosts, connectTimeoutMs, headersTimeoutMs, bodyTimeoutMs, maxHeaderBytes } = options
  const resolve = options.resolveName ?? systemResolve
  const checked = buildConnector({ timeout: connectTimeoutMs, lookup: checkedLookup(resolve) })
  const unchecked = buildConnector({ timeout: connectTimeoutMs })
  return new Agent({
    headersTimeout: headersTimeoutMs,
    bodyTimeout: bodyTimeoutMs,
    maxHeaderSize: maxHeaderBytes,
    keepAliveTimeout: 10_000,
    pipelining: 1,
    connections: options.connections,
    connect: (target, callback) => {
      const { hostname, protocol } = target
      const port = target.port || (protocol === 'https:' ? '443' : '80')
      if (allowedHosts.has(hostname, port)) return unchecked(target, callback)
      if (isLiteral(hostname) && isForbiddenAddress(hostname)) {
        return callback(new AddressRefusedError(hostname, hostname), null)
      }
      checked(target, (...[error, socket]) => {
        if (error !== null) return callback(error, null)
        const refused = refusePeer(hostname, socket)
        if (refused === null) return callback(null, socket)
        socket.destroy()
        callback(refused, null)
      })
    },
  })
}

function isLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || isIP(hostname) !== 0
}

function refusePeer(hostname: string, socket: Socket): AddressRefusedError | null {
  const address = socket.remoteAddress
  if (address !== undefined && !isForbiddenAddress(address)) return null
  return new AddressRefusedError(hostname, address ?? 'an unknown address')
}

function checkedLookup(resolve: ResolveName): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      const bad = addresses.find(({ address }) => isForbiddenAddress(address))
      if (bad !== undefined) return callback(new AddressRefusedError(hostname, bad.address), '', 0)
      const [first] = addresses
      if (first === undefined) return callback(new Error(`${hostname} has no address.`), '', 0)
      if (options.all === true) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

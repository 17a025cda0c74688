import { BlockList, isIP, isIPv4 } from 'node:net'

// IANA special-purpose registries: everything that is not a public unicast address.
const IPV4_BLOCKS: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const IPV6_BLOCKS: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['100::', 64],
  ['2001:2::', 48],
  ['2001:db8::', 32],
  ['2001:10::', 28],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const blocked = new BlockList()
for (const [address, prefix] of IPV4_BLOCKS) blocked.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of IPV6_BLOCKS) blocked.addSubnet(address, prefix, 'ipv6')

/** IPv6 prefixes (in 16-bit groups) behind which an IPv4 address hides, with the index of its first group. */
const CARRIERS: readonly { readonly groups: readonly number[]; readonly at: number }[] = [
  // Mapped ::ffff:a.b.c.d, translated ::ffff:0:a.b.c.d, compatible ::a.b.c.d, NAT64 64:ff9b::/96, 6to4 2002::/16.
  { groups: [0, 0, 0, 0, 0, 0xffff], at: 6 },
  { groups: [0, 0, 0, 0, 0xffff, 0], at: 6 },
  { groups: [0, 0, 0, 0, 0, 0], at: 6 },
  { groups: [0x64, 0xff9b, 0, 0, 0, 0], at: 6 },
  { groups: [0x2002], at: 1 },
]
const LOCAL_NAT64: readonly number[] = [0x64, 0xff9b, 1]
const TEREDO: readonly number[] = [0x2001, 0]
const BRACKETS = /^\[|\]$/g
const ZONE = /%.*$/

/**
 * True for an IP address that no crawl may reach: loopback, private, link-local, carrier-grade NAT, multicast,
 * documentation and reserved ranges, and IPv6 forms that carry such an IPv4 address. True as well for what is no address.
 */
export function isForbiddenAddress(address: string): boolean {
  const plain = address.replace(BRACKETS, '').replace(ZONE, '')
  if (isIPv4(plain)) return blocked.check(plain, 'ipv4')
  if (isIP(plain) !== 6 || blocked.check(plain, 'ipv6')) return true
  const groups = ipv6Groups(plain)
  if (startsWith(groups, LOCAL_NAT64) || startsWith(groups, TEREDO)) return true
  return CARRIERS.some(
    (carrier) => startsWith(groups, carrier.groups) && blocked.check(ipv4At(groups, carrier.at), 'ipv4'),
  )
}

function startsWith(groups: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((group, index) => groups[index] === group)
}

function ipv4At(groups: readonly number[], at: number): string {
  const [high = 0, low = 0] = groups.slice(at)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** The eight groups of a valid IPv6 address. The URL parser brings every spelling into one. */
function ipv6Groups(address: string): readonly number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.replace(BRACKETS, '').split('::')
  const before = parseGroups(head)
  const after = parseGroups(tail ?? '')
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

function parseGroups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

/** Hosts on private addresses that the config names: `host` (every port) or `host:port`. */
export class AllowedHosts {
  readonly #names: ReadonlySet<string>

  constructor(names: Iterable<string>) {
    this.#names = new Set([...names].map((name) => name.toLowerCase()))
  }

  /** True when the config names this host, or this host and port. */
  has(hostname: string, port: string | number): boolean {
    const name = hostname.toLowerCase()
    const bare = name.replace(BRACKETS, '')
    return [name, bare, `${name}:${port}`, `[${bare}]:${port}`, `[${bare}]`].some((known) => this.#names.has(known))
  }
}

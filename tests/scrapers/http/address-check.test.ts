import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AllowedHosts, isForbiddenAddress } from '../../../src/scrapers/http/address-check.ts'

const PRIVATE = fc.oneof(
  fc.tuple(fc.constantFrom(10, 127, 0), fc.nat(255), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), fc.nat(255), fc.nat(255)),
)

describe('isForbiddenAddress', () => {
  it.each([
    ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254'],
    ...['100.64.0.1', '100.127.255.255', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '[::1]', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:127.0.0.1', '::127.0.0.1', '64:ff9b::10.0.0.1', '2002:7f00:1::'],
    ...['64:ff9b:1::1', '2001:0:4136:e378::1', '2001:db8::1', '100::1', 'not an address', ''],
  ])('%s is forbidden', (address) => {
    expect(isForbiddenAddress(address)).toBe(true)
  })

  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::6810:84e5', '2a00:1450:4007::200e'])(
    '%s is public',
    (address) => {
      expect(isForbiddenAddress(address)).toBe(false)
    },
  )

  it('sees a private IPv4 address through every IPv6 form that carries it', () => {
    fc.assert(
      fc.property(PRIVATE, ([a, b, c, d]) => {
        const dotted = `${a}.${b}.${c}.${d}`
        const hex = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16)).join(':')
        for (const form of [dotted, `::ffff:${dotted}`, `::ffff:${hex}`, `64:ff9b::${hex}`, `2002:${hex}::`]) {
          expect(isForbiddenAddress(form), form).toBe(true)
        }
      }),
    )
  })
})

describe('AllowedHosts', () => {
  it('names a host on every port, or on one', () => {
    const hosts = new AllowedHosts(['127.0.0.1:4001', 'Intranet.example', '[::1]:8080'])
    expect(hosts.has('127.0.0.1', 4001)).toBe(true)
    expect(hosts.has('127.0.0.1', 22)).toBe(false)
    expect(hosts.has('intranet.example', 443)).toBe(true)
    expect(hosts.has('[::1]', '8080')).toBe(true)
    expect(hosts.has('::1', '8080')).toBe(true)
    expect(hosts.has('::1', '80')).toBe(false)
  })
})

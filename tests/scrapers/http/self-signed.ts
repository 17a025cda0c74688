import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

const [SEQUENCE, SET, INTEGER, BIT_STRING, OBJECT_ID, UTF8, UTC_TIME, EXPLICIT_0] = [
  ...[0x30, 0x31, 0x02, 0x03, 0x06, 0x0c, 0x17, 0xa0],
] as const
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('550403', 'hex')

/** One value in DER: tag, length, contents. */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  const size = body.byteLength
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/** A key and a certificate that nobody but itself vouches for, made anew: no key lies in the repository. */
function selfSigned(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, der(OBJECT_ID, ECDSA_SHA256))
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(UTF8, Buffer.from('127.0.0.1')))))
  const validity = der(SEQUENCE, ...['200101000000Z', '491231235959Z'].map((time) => der(UTC_TIME, Buffer.from(time))))
  const version = der(EXPLICIT_0, der(INTEGER, Buffer.from([2])))
  const serial = der(INTEGER, Buffer.from([1]))
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' })
  const signed = der(SEQUENCE, version, serial, algorithm, name, validity, name, subjectKey)
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', signed, privateKey))
  const base64 = der(SEQUENCE, signed, algorithm, signature).toString('base64')
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

/** A server on 127.0.0.1 with such a certificate; `asked` counts the requests that reached it. */
export async function startSelfSigned(): Promise<{
  readonly host: string
  asked(): number
  close(): Promise<void>
}> {
  let count = 0
  const server = createServer(selfSigned(), (_, response) => {
    count += 1
    response.end('ad secret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => count,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

import { BodyRefusedError } from './body.ts'
import { CrawlError, RetryableFetchError } from './errors.ts'
import { PageRefusedError } from './page-refused-error.ts'
import { AddressRefusedError } from './safe-dispatcher.ts'

/** undici and system codes that mean "this answer will never fit", not "try again". */
const HOPELESS: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
}
/** What Node says of a certificate that is self-signed, expired, another host's or without its chain. */
const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_TLS_CERT_|HOSTNAME_MISMATCH$)/

/**
 * Turns whatever a fetch threw into the error named by its reaction.
 *
 * @param isOutOfTime true when the total time limit of the fetch ran out.
 */
export function toFetchError(error: unknown, url: string, isOutOfTime: boolean): Error {
  if (error instanceof CrawlError || error instanceof PageRefusedError) return error
  const cause = innermost(error)
  if (cause instanceof AddressRefusedError) {
    const message = `${cause.message} Add it to allowHosts if it is meant.`
    return new PageRefusedError('address-refused', message, url, { cause })
  }
  if (cause instanceof BodyRefusedError) return new PageRefusedError(cause.code, cause.message, url, { cause })
  if (isOutOfTime) {
    return new PageRefusedError('too-slow', 'The answer took longer than the time limit of one fetch.', url, { cause })
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  const hopeless = HOPELESS[code]
  if (hopeless !== undefined) {
    return new PageRefusedError(hopeless, `The answer cannot be read (${code}).`, url, { cause })
  }
  const what = cause instanceof Error ? cause.message : String(cause)
  if (CERTIFICATE.test(code)) {
    const message = `The certificate of ${new URL(url).host} is not to be trusted (${code}: ${what}); nothing is read from there.`
    return new PageRefusedError('certificate-refused', message, url, { cause })
  }
  return new RetryableFetchError('network', `${new URL(url).host} could not be reached (${code}: ${what}).`, { cause })
}

function innermost(error: unknown): unknown {
  if (error instanceof AggregateError) return innermost(error.errors[0] ?? error.message)
  return error
}

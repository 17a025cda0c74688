import type { Clock } from '../../domain/clock.ts'
import type { SourceAuth } from '../source-contract.ts'
import { RefusedError, RetryableFetchError } from './errors.ts'
import type { GateOptions } from './host-gate.ts'
import type { PoliteClient } from './polite-client.ts'

/** Reads a secret by the name of its environment variable; undefined when it is not set. */
export type ReadSecret = (name: string) => string | undefined

/** A token is renewed this long before it ends, so that it does not end on its way. */
const MARGIN_MS = 60_000
const DEFAULT_LIFETIME_S = 600

/**
 * OAuth2 client credentials: fetches a bearer token when one is needed and keeps it in memory alone. Neither the
 * secret nor the token ever appears in a message.
 */
export class OAuthToken {
  readonly #auth: SourceAuth
  readonly #client: PoliteClient
  readonly #clock: Clock
  readonly #readSecret: ReadSecret
  #token: { readonly value: string; readonly until: number } | null = null

  constructor(auth: SourceAuth, client: PoliteClient, clock: Clock, readSecret: ReadSecret) {
    this.#auth = auth
    this.#client = client
    this.#clock = clock
    this.#readSecret = readSecret
  }

  /**
   * The value of the `Authorization` header.
   *
   * @throws RefusedError when a credential is not set or not accepted, RetryableFetchError when the server fails.
   */
  async header(options: GateOptions): Promise<string> {
    if (this.#token === null || this.#clock.now() >= this.#token.until) this.#token = await this.#fetch(options)
    return `Bearer ${this.#token.value}`
  }

  /** Forgets the token: the host did not accept it. */
  expire(): void {
    this.#token = null
  }

  async #fetch(options: GateOptions): Promise<{ readonly value: string; readonly until: number }> {
    const { tokenUrl, scope, clientIdEnv, clientSecretEnv } = this.#auth
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.#secret(clientIdEnv),
      client_secret: this.#secret(clientSecretEnv),
      scope,
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    const { host } = new URL(tokenUrl)
    const answer = await this.#client.send({ url: tokenUrl, method: 'POST', headers, body: form.toString() }, options)
    if (answer.status >= 500) {
      throw new RetryableFetchError('token-unavailable', `The login at ${host} failed (${answer.status}).`)
    }
    const token = answer.status === 200 ? readToken(answer.body) : null
    if (token === null) {
      throw new RefusedError(
        'token-refused',
        `The login at ${host} was refused (${answer.status}). Check ${clientIdEnv} and ${clientSecretEnv}.`,
      )
    }
    return { value: token.value, until: this.#clock.now() + token.lifetimeS * 1_000 - MARGIN_MS }
  }

  #secret(name: string): string {
    const value = this.#readSecret(name)
    if (value !== undefined && value !== '') return value
    throw new RefusedError('credentials-missing', `${name} is not set. Set it in the environment to use this source.`)
  }
}

function readToken(body: Uint8Array): { readonly value: string; readonly lifetimeS: number } | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body))
    if (typeof parsed !== 'object' || parsed === null) return null
    const { access_token: value, expires_in: lifetime } = parsed as Record<string, unknown>
    const lifetimeS = Number(lifetime)
    if (typeof value !== 'string' || value === '') return null
    return { value, lifetimeS: lifetimeS > 0 ? lifetimeS : DEFAULT_LIFETIME_S }
  } catch {
    return null
  }
}

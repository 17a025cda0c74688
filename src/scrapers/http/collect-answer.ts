import type { Dispatcher } from 'undici'
import { BodyRefusedError } from './body.ts'

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

/** An answer as it came over the wire. */
export interface CollectedAnswer {
  readonly status: number
  readonly headers: Headers
  /** Empty for answers that have no body (204, 205, 304). */
  readonly body: Uint8Array
  /** From the request to the answer's head, milliseconds. */
  readonly latencyMs: number
}

/** When an exchange is given up. */
export interface CollectOptions {
  readonly maxBodyBytes: number
  readonly signal: AbortSignal | undefined
  /** From the request to the last byte. */
  readonly totalTimeoutMs: number
  /** What the exchange fails with when that time is over. */
  timeoutError(): Error
}

const NO_CONTENT = new Set([204, 205, 304])
const NOTHING = new Uint8Array()

/**
 * Sends one request and collects its whole answer: without the stream that `undici.request` builds around a body, which
 * costs as much as the rest of the exchange.
 *
 * @throws BodyRefusedError when the body is, or says it is, larger than allowed; the connection is then closed.
 */
export function collectAnswer(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  options: CollectOptions,
): Promise<CollectedAnswer> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(request, new AnswerCollector(options, resolve, reject))
  })
}

class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly #options: CollectOptions
  readonly #resolve: (answer: CollectedAnswer) => void
  readonly #reject: (reason: unknown) => void
  readonly #timer: NodeJS.Timeout
  readonly #onAbort = () => this.#giveUp(this.#options.signal?.reason)
  readonly #started = performance.now()
  #controller: Dispatcher.DispatchController | undefined
  #givenUp: { readonly reason: Error } | undefined
  #chunks: Uint8Array[] = []
  #length = 0
  #status = 0
  #headers: Headers = {}
  #latencyMs = 0

  constructor(options: CollectOptions, resolve: (answer: CollectedAnswer) => void, reject: (reason: unknown) => void) {
    this.#options = options
    this.#resolve = resolve
    this.#reject = reject
    this.#timer = setTimeout(() => this.#giveUp(options.timeoutError()), options.totalTimeoutMs)
    options.signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#givenUp !== undefined) controller.abort(this.#givenUp.reason)
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return
    this.#latencyMs = performance.now() - this.#started
    this.#status = status
    this.#headers = headers
    if (Number(headers['content-length']) > this.#options.maxBodyBytes && !NO_CONTENT.has(status)) this.#refuseSize()
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#givenUp !== undefined) return
    this.#length += chunk.byteLength
    if (this.#length > this.#options.maxBodyBytes) this.#refuseSize()
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.#settle()
    const { length } = this.#chunks
    const [only = NOTHING] = this.#chunks
    const whole = length <= 1 ? only : Buffer.concat(this.#chunks, this.#length)
    const body = NO_CONTENT.has(this.#status) ? NOTHING : whole
    this.#chunks = []
    this.#resolve({ status: this.#status, headers: this.#headers, body, latencyMs: this.#latencyMs })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle()
    this.#reject(error)
  }

  #refuseSize(): void {
    const message = `The body is larger than ${this.#options.maxBodyBytes} bytes.`
    this.#giveUp(new BodyRefusedError('body-too-large', message))
  }

  #giveUp(reason: Error): void {
    if (this.#givenUp !== undefined) return
    this.#givenUp = { reason }
    this.#chunks = []
    this.#settle()
    this.#reject(reason)
    this.#controller?.abort(reason)
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
  }
}

/** Host and port of a URL as the host clock knows it; the port is left out when it is the scheme's own. */
export function authorityOf(url: string): string {
  return new URL(url).host
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/

/** True for an authority that is this machine by its very name, without asking any name server. */
export function isLoopbackAuthority(authority: string): boolean {
  return LOOPBACK.test(authority)
}

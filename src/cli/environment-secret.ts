/** Reads a credential from the environment; it is passed on in memory and stored nowhere. */
export function environmentSecret(name: string): string | undefined {
  return process.env[name]
}

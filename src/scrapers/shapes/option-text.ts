/** Text of an option of the source's own; null when the config does not name it. */
export function optionText(options: { readonly extra: Readonly<Record<string, unknown>> }, key: string): string | null {
  const value = options.extra[key]
  return typeof value === 'string' && value !== '' ? value : null
}

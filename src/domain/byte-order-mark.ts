const BYTE_ORDER_MARK = /^\uFEFF/

/** A text without the mark that some editors and spreadsheets save before its first character. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(BYTE_ORDER_MARK, '')
}

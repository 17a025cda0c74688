const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
}

const UNWRITABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file is in its place',
  EISDIR: 'a folder is in its place',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  EFBIG: 'files may not grow so large here',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
}

const WANTS_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Why a file could not be read, as the end of a sentence without its full stop. */
export function whyUnreadable(error: unknown): string {
  return UNREADABLE[codeOf(error)] ?? plainMessage(error)
}

/** Why a file could not be written or a folder not be made, as the end of a sentence without its full stop. */
export function whyUnwritable(error: unknown): string {
  return UNWRITABLE[codeOf(error)] ?? plainMessage(error)
}

/** True when more room, and not another place, is what writing wants. */
export function wantsRoom(error: unknown): boolean {
  return WANTS_ROOM.has(codeOf(error))
}

/** What any error says, without the full stop that the sentence around it brings. */
export function plainMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(FULL_STOPS, '')
}

const FULL_STOPS = /[.\s]+$/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

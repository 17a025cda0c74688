/** Unsigned 32-bit hashes as little-endian bytes, the way a signature is stored on every machine. */
export function packHashes(hashes: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(hashes.length * 4)
  hashes.forEach((hash, index) => {
    bytes.writeUInt32LE(hash, index * 4)
  })
  return bytes
}

/** The hashes that `packHashes` stored. */
export function unpackHashes(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4))
}

/** A Word or Excel file with a password, as far as anybody without it can see: a container with the names of its streams. */
export function passwordOffice(): Uint8Array {
  const sector = 512
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.fill(0xff, 60, 64)
  header.fill(0xff, 68, 72)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  const entries = ['Root Entry', 'EncryptionInfo', 'EncryptedPackage', 'DataSpaces'].map((name, at) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 0, 'utf16le')
    entry.writeUInt16LE((name.length + 1) * 2, 64)
    entry[66] = at === 0 ? 5 : 2
    entry.fill(0xff, 68, 80)
    if (at === 0) entry.writeUInt32LE(2, 76)
    return entry
  })
  return new Uint8Array(Buffer.concat([header, table, ...entries, Buffer.alloc(sector, 7)]))
}

/** Office files of today that carry a password are wrapped in a file of the old kind (MS-OFFCRYPTO 2.3.4): a stream bears this name. */
const WRAPPED = Buffer.from('EncryptedPackage', 'utf16le')
const OLD_KIND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

export function isPasswordOffice(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.subarray(0, OLD_KIND.length).equals(OLD_KIND) && view.includes(WRAPPED)
}

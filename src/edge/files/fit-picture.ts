/** A picture made small enough for where it is to be shown. */
import sharp from 'sharp'

export interface PictureBounds {
  /** In pixels. */
  width: number
  height: number
  bytes: number
}

/** A picture at which even coarse encoding is small. */
const SMALLEST = 64
const QUALITIES = [85, 60, 40]

/** As JPEG on white: first no larger than the bounds, then encoded more coarsely, then smaller and smaller until it fits. */
export async function fitPicture(picture: Uint8Array, bounds: PictureBounds): Promise<Uint8Array<ArrayBuffer>> {
  for (let scale = 1; ; scale *= 0.7) {
    const [width, height] = [bounds.width, bounds.height].map((most) => Math.max(SMALLEST, Math.round(most * scale)))
    const pixels = sharp(picture)
      .flatten({ background: 'white' })
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    for (const quality of QUALITIES) {
      const made = await pixels.clone().jpeg({ quality }).toBuffer()
      if (made.length <= bounds.bytes || (width === SMALLEST && height === SMALLEST)) return new Uint8Array(made)
    }
  }
}

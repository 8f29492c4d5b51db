/** What a page shows, as pixels. */
import { picturePdf } from '../../src/edge/outgoing/pdf.ts'
import sharp from 'sharp'

/** The share of dark pixels in a part of a page. */
export async function blackAt(
  bytes: Uint8Array,
  page: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const image = sharp(await picturePdf(bytes, page))
  const { width: across, height: down } = await image.metadata()
  const inset = 0.01
  const data = await image
    .extract({
      left: Math.round((x + inset) * across),
      top: Math.round((y + inset) * down),
      width: Math.round((width - 2 * inset) * across),
      height: Math.round((height - 2 * inset) * down),
    })
    .greyscale()
    .raw()
    .toBuffer()
  return data.filter((value) => value < 60).length / data.length
}

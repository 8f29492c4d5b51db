/** 已画的框按页、从上到下、从左到右列出，不按画的先后。 */
import { expect, test } from 'vitest'
import { inReadingOrder } from './box.ts'

test('按阅读次序', () => {
  const at = (page: number, x: number, y: number) => ({ page, x, y, width: 0.1, height: 0.02 })
  const drawn = [at(2, 0.1, 0.1), at(1, 0.5, 0.3), at(1, 0.1, 0.3), at(1, 0.9, 0.1)]
  expect(inReadingOrder(drawn)).toEqual([at(1, 0.9, 0.1), at(1, 0.1, 0.3), at(1, 0.5, 0.3), at(2, 0.1, 0.1)])
  expect(drawn[0]?.page).toBe(2)
})

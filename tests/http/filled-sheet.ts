/** A unit on paper fills in the table that its supervisor gave it. */
import ExcelJS from 'exceljs'

export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}

/** Puts a number into every empty cell of the form: 0, or what the test wants in its place. */
export async function filledIn(bytes: Uint8Array, value: (sheet: string, at: number) => number): Promise<Uint8Array> {
  const book = await opened(bytes)
  for (const sheet of book.worksheets.slice(1)) {
    let at = 0
    sheet.eachRow({ includeEmpty: true }, (row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.border?.top && cell.value === null && cell.master === cell) cell.value = value(sheet.name, at++)
      }),
    )
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

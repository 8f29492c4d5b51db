/** For tests: a text as the reader of plain text would hand it over, pipe tables included. */
import type { CheckedReport } from '../../law/reports/model.ts'
import type { SourceBlock } from './grid.ts'
import { gridOfRows } from './grid.ts'
import { readReport } from './read-report.ts'

export function readPlain(text: string): CheckedReport {
  const blocks: SourceBlock[] = text.split(/(\n(?:\|.*\n)+)/).map((part) =>
    part.startsWith('\n|')
      ? {
          kind: 'grid',
          grid: gridOfRows(
            part
              .trim()
              .split('\n')
              .filter((line) => !/^[|\s-]+$/.test(line))
              .map((line) => line.slice(1, -1).split('|')),
          ),
        }
      : { kind: 'text', text: part },
  )
  return readReport({ blocks })
}

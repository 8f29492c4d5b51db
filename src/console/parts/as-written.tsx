import { writtenRuns } from '../../record/requests/written-runs.ts'

/** A requester's own words, with Tibetan told from Chinese. */
export function AsWritten({ text }: { text: string }) {
  return (
    <p className="as-written">
      {writtenRuns(text).map((run, index) => (
        // The text never changes: its runs keep their places.
        <span key={index} lang={run.tibetan ? 'bo' : undefined}>
          {run.text}
        </span>
      ))}
    </p>
  )
}

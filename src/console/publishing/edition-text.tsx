/** An edition as it will be published: its text with the pictures in it, or its table. */
import { lazy, Suspense } from 'react'
import type { EditionView } from '../../record/publication/edition.ts'
import { Loading } from '../parts/states.tsx'
import { DataShown } from './data-shown.tsx'

const BodyEditor = lazy(() => import('./body-editor.tsx'))

export function EditionText({ view: { id, content, files } }: { view: EditionView }) {
  if (content.data) return <DataShown set={content.data} />
  return (
    <Suspense fallback={<Loading />}>
      <BodyEditor value={content.body} readOnly editionId={id} files={files} />
    </Suspense>
  )
}

/** Reading and doing, over react-query: what one deed changes, every open page sees. */
import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { EndpointName, Input, Outputs } from '../edge/console/contract.ts'
import { call, Refused } from './api.ts'

/** Reads an endpoint; the page keeps showing the former answer while a new one is fetched. */
export function useRead<N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Outputs[N], Refused> {
  return useQuery<Outputs[N], Refused, Outputs[N]>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Does something and refreshes what it touched. On "someone was quicker" the page is read anew; what was typed stays. */
export function useDeed<N extends EndpointName>(name: N): UseMutationResult<Outputs[N], Refused, Input<N>> {
  const queries = useQueryClient()
  return useMutation<Outputs[N], Refused, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => refresh(queries, roomOf(name)),
    onError: (error) => {
      if (error instanceof Refused && error.refusals.some(({ code }) => code === 'changed-meanwhile'))
        return refresh(queries, roomOf(name))
      return undefined
    },
  })
}

/** For what is done beside the contract, such as sending up a file: every page that its room shows on is read anew. */
export function useRefresh(room: string): () => Promise<void> {
  const queries = useQueryClient()
  return () => refresh(queries, room)
}

function roomOf(name: EndpointName): string {
  return name.split('.')[0] ?? ''
}

function refresh(queries: ReturnType<typeof useQueryClient>, room: string): Promise<void> {
  const rooms = [room, ...(TOUCHES[room] ?? [])].map((one) => `${one}.`)
  return queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === 'string' && (rooms.some((one) => key.startsWith(one)) || BESIDE.includes(key)),
  })
}

/** A deed in one room shows in another: a dispute's result in its case, a holiday notice in every limit. */
const TOUCHES: Readonly<Record<string, readonly string[]>> = {
  disputes: ['requests'],
  requests: ['disputes', 'amendments', 'archive'],
  archive: ['requests', 'amendments'],
  amendments: ['archive'],
  calendar: ['requests', 'disputes', 'amendments'],
  handIns: ['reports'],
  reports: ['handIns', 'decisions'],
  decisions: ['reports'],
  duties: ['editions', 'matters', 'term'],
  matters: ['duties'],
  catalogue: ['duties', 'term'],
  editions: ['outlets', 'duties', 'matters', 'catalogue', 'publicity', 'objections', 'stock', 'term'],
  publicity: ['objections', 'editions'],
  objections: ['publicity', 'editions'],
  stock: ['editions', 'publicity'],
  outlets: ['editions'],
}

/** Counts in the menu and the list of things to do follow from everything. */
const BESIDE: readonly string[] = ['session.get', 'tasks.list', 'desk.exceptions', 'requests.list'] satisfies EndpointName[]

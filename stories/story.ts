/** 案例 — one case at law in words a lawyer can check; the data beside the words is what the test holds the code to. */
export interface Story {
  id: string
  title: string
  /** The articles that it rests on, as one would cite them. */
  articles: string
  given: string
  when: string
  then: string
}

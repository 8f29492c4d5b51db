/** The years whose State Council notice is built in. A later notice is loaded by the operator (`withYear`). */
import { year2019 } from './2019.ts'
import { year2020 } from './2020.ts'
import { year2021 } from './2021.ts'
import { year2022 } from './2022.ts'
import { year2023 } from './2023.ts'
import { year2024 } from './2024.ts'
import { year2025 } from './2025.ts'
import { year2026 } from './2026.ts'
import type { YearFile } from './year-file.ts'

export const BUILT_IN_YEARS: readonly YearFile[] = [
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
]

/** Builds the back office and the portal where their sources have changed. */
import { buildScreens } from '../infra/local/screens.ts'
import { screenProgress } from '../infra/progress.ts'

await buildScreens(screenProgress())

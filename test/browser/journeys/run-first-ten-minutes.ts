// Walks the first ten minutes alone and prints what it saw as one line of JSON: run where the network is missing.
// It must not know why it is run there.
import { networkInterfaces } from 'node:os'
import { framePage } from '../pages/frame-page.ts'
import { openStage } from '../stage.ts'
import { askForPoints, copyValidated, editPoint, itemOf, pasteArticle, refusePoint, validatePoint } from './first-ten-minutes.ts'

const stage = await openStage()
try {
  await pasteArticle(stage)
  await askForPoints(stage)
  const item = itemOf(stage)
  await refusePoint(stage)
  const edited = await editPoint(stage, async () => {})
  const validated = await validatePoint(stage)
  const copied = (await copyValidated(stage, item)).split('\n')
  console.log(
    JSON.stringify({
      interfaces: Object.keys(networkInterfaces()),
      copied: copied.length === 2 && copied.includes(edited) && copied.includes(validated),
      seal: (await framePage(stage.page).seal.textContent()) ?? '',
      network: stage.desk.current().network(),
      witness: stage.witness,
    }),
  )
} finally {
  await stage.close()
}

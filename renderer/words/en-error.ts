// English sentences for the closed list of error codes. It must not know which screen shows them.
import type { frError } from './fr-error.ts'
import type { Same } from './same.ts'

export const enError = {
  connection: 'The desk no longer answers. What is validated is saved; what you typed stays on screen. Trying again in a moment.',
  'not-found': 'This no longer exists on this machine ({{what}}). Nothing else changed. Go back to the list.',
  'bad-input': 'This could not be read ({{what}}). Nothing was saved. Correct it and try again.',
  'unknown-person': 'This person is not known on this machine. Nothing was saved. Choose who you are, top right.',
  'role-required': 'This needs another role. Nothing was saved. Ask the person who has it.',
  'not-approved': 'The editorial referent has not approved the card yet. Nothing was started. Have it approved first.',
  'not-cleared': 'AI use is not cleared for some of these articles. Nothing was started. Check their rights in Articles.',
  'not-signed-off': 'One of these outputs is not validated. Nothing left Marbre. Validate it or leave it out.',
  'checks-missing': 'A check is missing. Nothing was validated. Tick the checks, then validate.',
  ungrounded: 'The article does not support this point. It is not validated. Correct it, refuse it, or say why you keep it.',
  'bad-transition': 'This is no longer possible in the current state. Nothing changed. Someone may have decided meanwhile: look again.',
  stale: 'The article changed after this proposal. What you typed is kept. Read the article again, then decide.',
  'id-conflict': 'This identifier is already used for something else. Nothing was replaced. Choose another.',
  'desk-in-use': 'This data is already open in another Marbre window. Nothing was touched. Close the other window.',
  'database-from-the-future': 'This data comes from a newer version of Marbre. It is intact. Install that version to open it.',
  'ledger-broken': 'The ledger of validations no longer agrees with itself. The data is kept as it is. Tell IT before going on.',
  'engine-refused': 'This engine is not allowed on this machine. Nothing was sent. Choose another in Engines.',
  'engine-unavailable': 'This engine cannot work now. What was done is kept. See Engines for the reason.',
  'truncated-read':
    'Reading stopped before the end of the text: the proposal was discarded. The article is intact. Try a shorter text or another engine.',
  'key-locked': 'This machine’s signing key is locked. What you typed is kept. Unlock your computer session, then try again.',
  'policy-invalid': 'The rules set by IT cannot be read. To be safe, nothing is allowed. Tell IT.',
  'synced-folder': 'This folder is copied to an online service. Nothing was written there. Choose a folder that stays on this machine.',
  internal: 'Something went wrong inside Marbre. What is validated is saved. Try again; if it happens again, tell IT.',
} satisfies Same<typeof frError>

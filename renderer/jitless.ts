// Tells zod never to build code from strings: the content security policy forbids it.
// It must be the first import of the page.
import { z } from 'zod'

z.config({ jitless: true })

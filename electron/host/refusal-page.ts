// The few words a refused browser reads: French first, no script, no style, nothing to load.
// It must not know why in more detail than its reason: it quotes nothing of the request.
import type { Refusal } from './request-check.ts'

type Sentences = { fr: string; en: string }

const again: Sentences = {
  fr: 'Revenez au terminal où Marbre tourne et demandez un nouveau lien (touche Entrée), ou relancez « npm start ».',
  en: 'Go back to the terminal where Marbre runs and ask for a new link (Enter key), or run “npm start” again.',
}

const sentences: Record<Refusal['reason'], Sentences> = {
  address: {
    fr: 'Marbre ne répond qu’à son adresse exacte, qui commence par http://127.0.0.1.',
    en: 'Marbre answers only at its exact address, which begins with http://127.0.0.1.',
  },
  origin: {
    fr: 'Cette demande vient d’une autre page : Marbre la refuse.',
    en: 'This request comes from another page: Marbre refuses it.',
  },
  method: { fr: 'Marbre ne fait ici que montrer sa page.', en: 'Marbre only shows its page here.' },
  shape: { fr: 'Demande mal formée.', en: 'Malformed request.' },
  path: { fr: 'Il n’y a rien à cette adresse.', en: 'There is nothing at this address.' },
  session: { fr: `Ce navigateur n’a pas ouvert ce bureau. ${again.fr}`, en: `This browser has not opened this desk. ${again.en}` },
  link: {
    fr: `Ce lien a déjà servi ou a plus d’une minute. ${again.fr}`,
    en: `This link was already used or is more than a minute old. ${again.en}`,
  },
}

/** A whole HTML document for `reason`. */
export function refusalPage(reason: Refusal['reason']): string {
  const { fr, en } = sentences[reason]
  return `<!doctype html>
<html lang="fr" translate="no">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Marbre</title></head>
<body><main><h1>Marbre</h1><p>${fr}</p><p lang="en">${en}</p></main></body>
</html>
`
}

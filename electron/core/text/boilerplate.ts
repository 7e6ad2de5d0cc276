// Marks the lines of an article that are furniture, not reporting: captions, credits, "Lire aussi".
// It must not remove anything: who reads decides.

export type BoilerplateKind = 'caption' | 'credit' | 'read-also' | 'share' | 'notice' | 'debris'
/** A whole line of the text without its surrounding space; UTF-16 offsets. */
export type BoilerplateLine = { readonly start: number; readonly end: number; readonly kind: BoilerplateKind }

const AGENCIES =
  'AFP|Reuters|AP|Getty(?: Images)?|Shutterstock|iStock|Unsplash|Pixabay|Wikimedia(?: Commons)?|Flickr|MaxPPP|SIPA|ANP|EPA|PA'
const RULES: readonly (readonly [BoilerplateKind, RegExp])[] = [
  ['read-also', /^(?:[-–—•>→►*([]\s*)*(?:à )?(?:lire|voir|écouter|relire|retrouvez?)\s+(?:aussi|également|encore|notre|nos|plus)\b/iu],
  [
    'read-also',
    /^(?:[-–—•>→►*([]\s*)*(?:sur le même sujet|dans la même rubrique|pour aller plus loin|articles? (?:liés?|associés?|connexes?))\b/iu,
  ],
  [
    'read-also',
    /^(?:[-–—•>→►*([]\s*)*(?:read (?:also|more|next)|see also|related(?: articles?| stories| content)?|more on this|recommended|further reading)\b\s*[:：]?/iu,
  ],
  [
    'share',
    /^(?:partage[rz]|tweete[rz]?|share (?:this|on|via)|suivez-nous|follow us|abonnez-vous|inscrivez-vous|s'abonner|subscribe|sign up)\b/iu,
  ],
  [
    'share',
    /^(?:imprimer|print|envoyer par e-?mail|copier le lien|copy link|commenter|\d+ (?:commentaires?|comments?|partages?|shares?))\.?$/iu,
  ],
  [
    'share',
    /^(?:facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|bluesky|mastodon)(?:\s*[|/·,]?\s*(?:facebook|twitter|linkedin|whatsapp|telegram|e-?mail|bluesky|mastodon))*$/iu,
  ],
  ['credit', /^(?:crédits?|credit|photos?|image|illustration|vidéo|video|infographie|dessin)(?:\s+(?:photo|image)s?)?\s*[:©|/]/iu],
  ['credit', new RegExp(`^(?:©|\\(c\\)|copyright\\b).{0,120}$`, 'iu')],
  ['credit', new RegExp(`^.{0,60}[/–-]\\s*(?:${AGENCIES})\\.?$`, 'u')],
  ['caption', /^(?:légende|caption|en photo|sur la photo|ci-contre|ci-dessus|ci-dessous|pictured|above|below)\s*[:,]/iu],
  ['caption', new RegExp(`^.{10,250}[(©–-]\\s*(?:photos?\\b|crédits?\\b|©|credit\\b|(?:${AGENCIES})\\b)[^.]{0,60}\\)?\\.?$`, 'iu')],
  [
    'notice',
    /^(?:tous droits réservés|all rights reserved|reproduction interdite|publicité|advertisement|sponsored|contenu sponsorisé|article réservé|chargement|loading)\b.{0,80}$/iu,
  ],
  ['notice', /^(?:publié|mis à jour|modifié|published|updated|last updated)\s+(?:le|on|:|à|at)\b.{0,60}$/iu],
  ['debris', /^[\s\p{P}\p{S}\d]{1,12}$/u],
  ['debris', /^(?:sommaire|table des matières|menu|accueil|home|retour|back to top|haut de page|suivant|précédent|next|previous)$/iu],
]

/** The lines of a text that are furniture, in order. A paragraph of reporting is never marked for a word it contains. */
export function markBoilerplate(text: string): BoilerplateLine[] {
  const marked: BoilerplateLine[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    const kind = trimmed === '' ? null : kindOf(trimmed)
    const start = at + line.indexOf(trimmed)
    if (kind !== null) marked.push({ start, end: start + trimmed.length, kind })
    at += line.length + 1
  }
  return marked
}

// Furniture is short; a long line that opens with "Lire aussi" is a paragraph.
const LONGEST = 260

function kindOf(line: string): BoilerplateKind | null {
  if (line.length > LONGEST) return null
  return RULES.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

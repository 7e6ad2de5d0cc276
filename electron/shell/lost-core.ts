// What the person reads when the core cannot live, in the system's language.
// It must not know why in more detail than the error code.

type Lost = { code: string; what: string; why: string }
type Message = { title: string; body: string }

const known: Record<string, { fr: string; en: string }> = {
  'desk-in-use': {
    fr: 'Ce bureau est déjà ouvert ailleurs sur cet ordinateur.',
    en: 'This desk is already open elsewhere on this computer.',
  },
  'policy-invalid': {
    fr: 'Le fichier de règles de votre service informatique est invalide.',
    en: 'The policy file of your IT department is invalid.',
  },
  'synced-folder': {
    fr: 'Le dossier de données est synchronisé ou en réseau : Marbre refuse de l’utiliser.',
    en: 'The data folder is synced or on a network: Marbre refuses it.',
  },
  'database-from-the-future': {
    fr: 'Ces données viennent d’une version plus récente de Marbre.',
    en: 'This data comes from a newer version of Marbre.',
  },
  'key-locked': { fr: 'Le trousseau du système n’a pas ouvert votre clé.', en: 'The system keychain did not unlock your key.' },
}

/** Title and body of the error box; the last line is for whoever helps. */
export function lostCoreMessage(lost: Lost, lang: 'fr' | 'en'): Message {
  const other = {
    fr: 'Marbre s’est arrêté. Vos articles et vos décisions sont sur le disque.',
    en: 'Marbre stopped. Your articles and decisions are on disk.',
  }
  return { title: 'Marbre', body: `${(known[lost.code] ?? other)[lang]}\n\nmarbre: ${lost.what}: ${lost.why} [${lost.code}]` }
}

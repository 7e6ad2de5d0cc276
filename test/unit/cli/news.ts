// Invented articles for the command line's tests.

const sentences = [
  'Le conseil municipal de Port-Aven a voté lundi 12 mai un budget de 4,2 millions d’euros pour la digue.',
  'Les travaux commenceront en septembre et dureront huit mois, selon la maire Soazig Kerven.',
  'La halle aux poissons restera ouverte pendant toute la durée du chantier.',
  'Une réunion publique se tiendra le 3 juin à la salle des fêtes.',
  'Les pêcheurs demandent que le bac du matin soit maintenu cet hiver.',
  'Le port a accueilli 312 navires l’an dernier, soit 12 de plus qu’en 2024.',
]

export function article(number: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const body = sentences.map((_, index) => sentences[(index + number) % sentences.length]).join(' ')
  return {
    id: `article-${number}`,
    lang: 'fr',
    title: `La digue de Port-Aven, épisode ${number}`,
    body: `${body}\n\nC’est le dossier numéro ${number} de la saison.`,
    date: `2026-05-${String(1 + (number % 28)).padStart(2, '0')}T08:00:00+02:00`,
    tags: number % 2 === 0 ? ['Port-Aven', 'Digue'] : ['Port-Aven', 'Pêche'],
    ...more,
  }
}

export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

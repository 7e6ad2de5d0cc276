// The words of the note to the works council, French and English. Pure.
// They are here and not in the page: a document is written by the core, whichever shell asks.

const fr = {
  councilTitle: 'Note d’information au comité social et économique',
  hypothesis: 'Hypothèse',
  task: 'Tâche',
  desk: 'Service',
  owner: 'Porteur ou porteuse',
  referent: 'Référent éditorial',
  responsibility: 'Responsabilité éditoriale',
  dates: 'Dates',
  engines: 'Moteurs',
  stopRule: 'Règle d’arrêt',
  people: 'Personnes concernées',
  data: 'Données concernées',
  council: 'Consultation du CSE',
  councilDone: 'faite le',
  councilNot: 'non requise :',
  councilPending: 'à engager avant tout usage par les salariés',
  local: 'Le traitement a lieu sur l’ordinateur de la personne, sans connexion à un service extérieur. Aucun texte ne quitte la machine.',
  designated:
    'Le traitement a lieu sur l’ordinateur de la personne et sur le serveur interne que la rédaction a désigné, sans connexion à un autre service. Aucun texte ne quitte les machines que la rédaction a désignées.',
  human: 'Aucune proposition ne sort de l’outil sans la validation d’un ou une journaliste, qui peut la corriger ou la refuser.',
  monitoring:
    'L’outil ne mesure pas l’activité individuelle : ni tri, ni graphique, ni export par personne ; aucun temps affiché au-dessous de trois relecteurs.',
  right: 'Ce que l’expérimentation change pour le travail',
  hash: 'Empreinte de la carte',
  produced: 'Document produit par Marbre le',
  shown: 'Ce que l’outil fait et ne fait pas',
  tasks: { tags: 'Tags', 'key-points': 'Points à retenir', moderation: 'Aide à la modération', links: 'Liens' },
}

export type DocumentWords = typeof fr

const en: DocumentWords = {
  councilTitle: 'Information note to the works council',
  hypothesis: 'Hypothesis',
  task: 'Task',
  desk: 'Desk',
  owner: 'Owner',
  referent: 'Editorial referent',
  responsibility: 'Editorial responsibility',
  dates: 'Dates',
  engines: 'Engines',
  stopRule: 'Stop rule',
  people: 'People concerned',
  data: 'Data concerned',
  council: 'Works council consultation',
  councilDone: 'done on',
  councilNot: 'not needed:',
  councilPending: 'to be opened before staff use the tool',
  local: 'Processing takes place on the person’s own computer, without any connection to an outside service. No text leaves the machine.',
  designated:
    'Processing takes place on the person’s own computer and on the in-house server the newsroom designated, without any connection to another service. No text leaves the machines the newsroom designated.',
  human: 'No proposal leaves the tool without the sign-off of a journalist, who may correct or refuse it.',
  monitoring: 'The tool does not measure individual activity: no sort, chart or export by person; no time figure under three reviewers.',
  right: 'What the experiment changes for the work',
  hash: 'Digest of the card',
  produced: 'Document made by Marbre on',
  shown: 'What the tool does and does not do',
  tasks: { tags: 'Tags', 'key-points': 'Key points', moderation: 'Help with moderation', links: 'Links' },
}

export const documentWords = { fr, en } as const

// French words several screens share: actions, tasks, states, checks, flags, roles, rights.
// It must not hold a sentence that belongs to one screen. Plain spaces: no-break ones are set on loading.

export const frCommon = {
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Remettre',
  save: 'Enregistrer',
  loading: 'Chargement…',
  retry: 'Réessayer',
  seeTable: 'Voir le tableau',
  back: 'Retour',
  all: 'Tous',
  allOfThem: 'Toutes',
  yes: 'Oui',
  none: 'Aucun',
  unknown: 'Inconnu',
  /** Before what is named: a quotation, a name, a reason. */
  named: '{{label}} :',
  untitled: 'Sans titre',
  noDate: 'Sans date',
  noSection: 'Sans rubrique',
  machineProposal: 'Proposition de la machine',
  machineProposalBy: 'Proposition de la machine : {{engine}}',
  italicMeans: 'En italique : rien n’est validé.',
  copied: 'Copié.',
  stop: 'Arrêter',
  articles_one: '{{count, number}} article',
  articles_other: '{{count, number}} articles',
  comments_one: '{{count, number}} commentaire',
  comments_other: '{{count, number}} commentaires',
  tags_one: '{{count, number}} tag',
  tags_other: '{{count, number}} tags',
  secondsLeft_one: 'encore {{count, number}} seconde',
  secondsLeft_other: 'encore {{count, number}} secondes',
  minutesLeft_one: 'encore {{count, number}} minute',
  minutesLeft_other: 'encore {{count, number}} minutes',
  hoursLeft_one: 'encore {{count, number}} heure',
  hoursLeft_other: 'encore {{count, number}} heures',
  progressOf: '{{done, number}} sur {{total, number}}',
  progressSpoken: '{{what}} : {{percent}}',
}

export const frTask = {
  tags: 'Tags',
  'key-points': 'Points à retenir',
  moderation: 'Commentaires',
  links: 'Liens',
}

export const frState = {
  proposed: 'À relire',
  accepted: 'Validé',
  edited: 'Validé après correction',
  rejected: 'Refusé',
  unsure: 'Je ne sais pas',
  withdrawn: 'Retiré',
  stale: 'Article modifié, à revalider',
}

export const frCheck = {
  accuracy: 'Conforme au texte',
  plausibility: 'Vraisemblable',
  sources: 'Sourcé',
  'stands-alone': 'Tient seul',
}

export const frFlag = {
  'number-absent': 'Chiffre absent de l’article',
  'date-absent': 'Date absente de l’article',
  'unit-changed': 'Unité modifiée',
  'money-changed': 'Montant modifié',
  'name-absent': 'Nom absent de l’article',
  'quotation-altered': 'Citation modifiée',
  'negation-changed': 'Négation perdue ou ajoutée',
  'attribution-lost': 'Source perdue',
  'conditional-lost': 'Conditionnel perdu',
  'forecast-as-fact': 'Prévision donnée pour un fait',
  'out-of-context': 'Hors contexte',
  verbatim: 'Phrase reprise telle quelle de l’article',
  'language-mismatch': 'Autre langue que l’article',
  'without-protocol': 'Hors protocole',
  'do-not-link': 'Article à ne pas lier',
}

export const frOrigin = {
  machine: 'Proposition de la machine',
  human: 'Ajouté à la main',
  imported: 'Importé d’un autre outil',
}

export const frRole = {
  journalist: 'journaliste',
  'referent-f': 'référente éditoriale',
  'referent-m': 'référent éditorial',
  'referent-unspecified': 'référent(e) éditorial(e)',
}

export const frRights = { own: 'La rédaction', agency: 'Agence', 'third-party': 'Tiers', unknown: 'Inconnus' }

export const frLinkType = {
  context: 'Contexte',
  chronology: 'Chronologie',
  explainer: 'Explication',
  contradiction: 'Point de vue contraire',
  source: 'Source',
}

export const frDecided = { publish: 'Publié', refuse: 'Refusé', doubt: 'Doute' }

export const frDoNotLink = {
  acquittal: 'Relaxe ou acquittement',
  erasure: 'Droit à l’effacement',
  correction: 'Rectificatif',
  embargo: 'Sous embargo',
}

export const frRunState = { queued: 'En attente', running: 'En cours', paused: 'En pause', finished: 'Terminé', cancelled: 'Arrêté' }

// French words of Moteurs: what proposes, and what each can't do. The source catalogue of this screen.
// It must not know components.

export const frEngines = {
  title: 'Moteurs',
  subtitle: 'Ce qui propose',
  intro:
    'Un moteur propose, une personne décide. Tous travaillent sur cet ordinateur, sauf hôte interne autorisé par votre service informatique.',
  kind: { builtin: 'Moteur intégré', ollama: 'Modèle local (Ollama)', 'on-premise': 'Modèle de la maison' },
  state: {
    ready: 'Prêt',
    training: 'Apprentissage en cours',
    untrained: 'Pas encore entraîné',
    unavailable: 'Injoignable',
    refused: 'Refusé',
  },
  does: 'Ce qu’il propose',
  cannot: 'Ce qu’il ne sait pas faire',
  task: { tags: 'tags', 'key-points': 'points à retenir', moderation: 'avis sur les commentaires', links: 'liens' },
  limit: {
    builtin: {
      write: 'Il n’écrit pas : ses points à retenir sont des phrases de l’article, reprises mot pour mot.',
      irony: 'Il ne comprend ni l’ironie ni le contexte d’un fil ; il dit « je ne sais pas ».',
      tags: 'Il ne pose que des tags du Thésaurus, et reste faible sur ceux de moins de quatre articles.',
      facts: 'Il ne sait pas si un fait est vrai : il compare à l’article, pas au monde.',
    },
    model: {
      invent: 'Il peut inventer : chaque point est comparé à l’article et marqué s’il s’en écarte.',
      slow: 'Sans carte graphique, comptez de dix secondes à plusieurs minutes par article.',
      long: 'Un texte trop long pour être lu en entier est refusé, jamais lu à moitié.',
      facts: 'Il ne sait pas si un fait est vrai : il compare à l’article, pas au monde.',
    },
  },
  trained: 'Entraîné sur',
  notTrained: 'Rien encore.',
  trainedKey: { tagger: 'Tags', moderator: 'Modération', lsa: 'Liens', ranker: 'Points à retenir' },
  examples_one: '{{count, number}} exemple',
  examples_other: '{{count, number}} exemples',
  train: {
    title: 'Apprendre de ce bureau',
    text: 'Vos articles et vos décisions restent ici ; le modèle est un fichier du dossier de données.',
    tags: 'Apprendre les tags',
    moderation: 'Apprendre la modération',
    links: 'Apprendre les liens',
    started: 'Apprentissage lancé. Vous pouvez continuer à travailler.',
    failed: 'L’apprentissage n’a pas commencé.',
  },
  fact: { digest: 'Empreinte', size: 'Taille', license: 'Licence', id: 'Nom' },
  noLicense: 'non indiquée',
  reason: 'Raison',
  refusedNote: 'Marbre refuse les modèles qui tournent ailleurs, même annoncés sur cet ordinateur.',
  none: {
    title: 'Aucun modèle local',
    text: 'Le moteur intégré suffit pour commencer. Un modèle Ollama installé sur cet ordinateur apparaîtra ici.',
  },
  loading: 'Recherche de ce qui propose…',
  loadFailed: 'La liste des moteurs n’a pas pu être lue.',
  retry: 'Réessayer',
  refresh: 'Chercher de nouveau',
}

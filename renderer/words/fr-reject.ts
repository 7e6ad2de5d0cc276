// French for why an import leaves a record out. Keys are the readers' phrases with dashes for spaces.
// It must not hold the phrases of another screen.

export const frReject = {
  'body-is-missing': 'le texte manque',
  'body-is-empty': 'le texte est vide',
  'broken-quotation-marks': 'guillemets mal fermés',
  'broken-encoding': 'caractères illisibles (encodage)',
  'not-valid-json': 'ce n’est pas du JSON',
  'not-a-json-object': 'ce n’est pas un objet JSON',
  'not-well-formed-xml': 'XML mal formé',
  'holds-an-unreadable-character': 'contient un caractère illisible',
  'value-holds-an-unreadable-character': 'contient un caractère illisible',
  'not-published': 'non publié',
  'unexpected-text-between-records': 'texte inattendu entre deux enregistrements',
  'the-file-ends-inside-this-record': 'le fichier s’arrête au milieu',
  'the-file-ends-before-its-list-does': 'le fichier s’arrête avant la fin de sa liste',
  'never-closed': 'jamais refermé',
  'no-item-in-this-file': 'aucun élément dans ce fichier',
  'no-item-in-the-first-n-mb': 'aucun élément dans les {{n1}} premiers Mo',
  'n-values-for-n-columns': '{{n1}} valeurs pour {{n2}} colonnes',
  'larger-than-n-mb': 'plus grand que {{n1}} Mo',
  'larger-than-n-mb-or-never-closed-the-rest-of-the-file-was-not-read':
    'plus grand que {{n1}} Mo, ou jamais refermé ; la suite du fichier n’a pas été lue',
  'value-has-not-the-shape-of-tags': 'ce n’est pas un tag',
  'value-has-not-the-shape-of-key-points': 'ce n’est pas un point',
  'value-has-not-the-shape-of-links': 'ce n’est pas un lien',
  'value-has-not-the-shape-of-moderation': 'ce n’est pas un avis',
  'no-label-fr-en-or-title': 'aucun libellé',
  'article-task-value-and-engine-are-needed': 'il manque l’article, la tâche, la valeur ou le moteur',
  place: { line: 'ligne {{n}}', record: 'enregistrement {{n}}', item: 'élément {{n}}' },
}

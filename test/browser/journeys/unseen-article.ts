// An article nobody has seen: about 500 words, invented, with figures, a quotation and an unconfirmed report.
// It must not be in any sample.

export const title = 'À Port-Lazen, la piscine municipale restera fermée jusqu’au printemps'
export const section = 'Vie locale'

export const paragraphs = [
  'Publié le 9 novembre 2026',
  'La piscine municipale de Port-Lazen ne rouvrira pas avant le 15 avril 2027. Le conseil municipal l’a annoncé lundi soir, après avoir reçu l’expertise commandée en septembre sur la charpente du grand bassin. Le bâtiment, ouvert en 1974, est fermé au public depuis le 3 octobre.',
  'L’expertise a relevé des traces de corrosion sur 22 des 36 poutres métalliques qui portent la toiture. Six d’entre elles doivent être remplacées entièrement. La ville chiffre les travaux à 1,8 million d’euros, contre 650 000 euros prévus au budget voté en mars.',
  '« Nous ne prendrons aucun risque avec des enfants sous cette charpente », a déclaré la maire, Solenn Guivarch, devant une soixantaine d’habitants venus assister à la séance. L’élue a promis un calendrier détaillé avant la fin du mois.',
  'La fermeture touche d’abord les écoles. Quelque 1 140 élèves de Port-Lazen et de sept communes voisines y apprennent à nager chaque année. Faute de bassin, les séances de l’automne ont été annulées. Deux classes seulement ont pu être accueillies à Kerbrat, à 27 kilomètres, grâce à des créneaux libérés par le club local.',
  'Le club de natation, qui compte 312 licenciés, s’entraîne désormais trois soirs par semaine dans le bassin d’un camping. Selon son président, Erwan Le Sciellour, une quarantaine d’adhérents auraient déjà demandé le remboursement de leur cotisation. « Sans ligne d’eau, on ne retient personne », regrette-t-il.',
  'Le financement reste à trouver. La ville attend une réponse du département, sollicité à hauteur de 30 % du montant des travaux, et de la région. Selon une source proche du dossier, le département aurait donné un accord de principe pour 540 000 euros. Interrogé mercredi, le conseil départemental ne confirme pas et renvoie à sa session de décembre.',
  'L’opposition municipale a voté contre le report. Son chef de file, Bertrand Kervella, reproche à la majorité d’avoir ignoré un premier rapport remis en 2021, qui signalait déjà des fuites au-dessus du petit bassin. La maire répond que ce document portait sur l’étanchéité et non sur la charpente.',
  'En attendant, la ville mettra en place à partir du 1er décembre une navette gratuite vers la piscine de Kerbrat, le mercredi et le samedi. Le service coûtera 48 000 euros jusqu’au printemps. Les abonnements annuels seront prolongés de la durée de la fermeture, sans démarche à accomplir.',
  'Les onze agents de la piscine ne perdront pas leur emploi. Quatre maîtres-nageurs rejoindront Kerbrat pour encadrer les scolaires, les autres seront affectés à l’entretien des gymnases et du port de plaisance. Une réunion avec le personnel est prévue le 18 novembre en mairie.',
  'Les travaux doivent commencer en janvier, si les offres des entreprises, attendues le 4 décembre, restent dans l’enveloppe. Dans le cas contraire, la ville devrait relancer l’appel d’offres, ce qui repousserait la réouverture à l’été. Une réunion publique se tiendra le 25 novembre à la salle des fêtes.',
]

export const plain = [section, title, ...paragraphs].join('\n\n')

/**
 * As a word processor copies it: classes, spans, a comment, and a script to be cleaned away. No style attribute: the
 * browser would report those it strips while the test fills the clipboard, as if the page had broken its policy.
 */
export const html = `<html><body><!--StartFragment--><p class="MsoNormal">${section}</p><p class="MsoTitle">${title}</p><script>alert(1)</script>${paragraphs
  .map((one) => `<p class="MsoNormal"><span lang="FR">${one}</span></p>`)
  .join('')}<!--EndFragment--></body></html>`

// Articles written for the fact-lock's tests, with claims that are true and claims that were corrupted.
// It must not know the code under test, only the finding a person would expect.
import type { FlagCode } from '../../../shared/domain/suggestion.ts'
import type { ArticleText } from '../../../electron/core/text/fact-lock.ts'

export type Case = {
  readonly article: ArticleText
  readonly faithful: readonly string[]
  readonly corrupted: readonly (readonly [FlagCode, string])[]
}

const council: ArticleText = {
  lang: 'fr',
  date: '2024-03-14',
  title: 'Brème-sur-Mer : le conseil municipal vote la rénovation de la halle aux poissons',
  body: `Le conseil municipal de Brème-sur-Mer a adopté mardi soir la rénovation de la halle aux poissons, par vingt-deux voix contre sept. Le chantier coûtera 3,2 millions d'euros, dont 40 % seront payés par la région.

La maire, Anne Le Goff, a défendu un projet « attendu depuis quinze ans par les pêcheurs ». « Nous ne fermerons pas la criée pendant les travaux », a-t-elle promis. L'opposition, conduite par Paul Kervella, n'a pas voté le texte. Selon M. Kervella, la facture dépassera 4 millions d'euros.

Les travaux devraient commencer le 2 septembre 2024 et durer dix-huit mois. La halle, construite en 1954, mesure 120 mètres de long. Elle accueille 35 mareyeurs et 1 200 visiteurs par jour. Aucun emploi ne sera supprimé, assure la mairie. La réouverture est prévue en mars 2026.`,
}
const court: ArticleText = {
  lang: 'fr',
  date: '2023-11-08',
  title: 'Un chef d’entreprise mis en examen pour détournement de fonds',
  body: `Un chef d'entreprise de 52 ans a été mis en examen lundi à Port-Launay. Il aurait détourné 780 000 euros entre 2018 et 2021. D'après le parquet, une dizaine de salariés ont porté plainte.

Le procureur, Yann Madec, a précisé que l'homme n'avait jamais été condamné. Le suspect serait entré en contact avec un notaire du Finistère. Son avocate, Me Claire Dubreuil, conteste les faits. « Mon client n'a pas touché un centime », a-t-elle déclaré. Les enquêteurs ont saisi deux voitures et 15 kilos de documents.

Le procès pourrait se tenir au printemps 2025 devant le tribunal de Quimper. La société, qui emploie 64 personnes, a été placée en redressement judiciaire le 3 juillet. La Société nationale des ports attend le remboursement de ses avances.`,
}
const storm: ArticleText = {
  lang: 'fr',
  date: '2024-01-18',
  title: 'Tempête : 12 000 foyers privés d’électricité sur la côte',
  body: `La tempête Gérald a privé d'électricité 12 000 foyers dans la nuit de mercredi à jeudi. Des rafales de 138 km/h ont été enregistrées à la pointe des Moines. Trois personnes ont été légèrement blessées, a indiqué la préfecture.

Le trafic des trains a été interrompu entre Brest et Morlaix. Il reprendra vendredi à 6 h 30. Météo-France prévoit une accalmie samedi. L'hôpital n'a pas été touché. Le port a perdu 25 mètres de digue ; les dégâts sont estimés à 2 millions d'euros.

Le préfet Marc Tanguy a salué « le sang-froid des secours ». Quelque 340 pompiers ont été mobilisés. Le niveau de la mer a augmenté de 80 centimètres. La fréquentation des hôtels a baissé de 5 points en janvier.`,
}
const hospital: ArticleText = {
  lang: 'en',
  date: '2024-05-16',
  title: 'Hospital board approves new maternity ward',
  body: `The board of Harwell General Hospital approved a new maternity ward on Tuesday by nine votes to four. The ward will cost $12.5 million and is expected to open in June 2026. It will have 48 beds.

"We cannot wait another winter," said Dr. Helen Marsh, the hospital's director. The union did not support the plan. According to the state auditor, the hospital lost $3 million last year. Councilman Robert Quinn reportedly met the builder in private.

The current ward, built in 1961, treats about 2,300 patients a year and covers 900 square metres. No staff will be dismissed, the board said. Construction could be delayed by the flood study. The number of births increased by 14 percent between 2019 and 2023.`,
}
const harbour: ArticleText = {
  lang: 'en',
  date: '2022-09-23',
  title: 'Fishing boat sinks off Skerry Point, five rescued',
  body: `Five fishermen were rescued on Thursday after their boat sank 20 miles off Skerry Point. The Coast Guard received the distress call at 4:15 a.m. and sent two helicopters. None of the men was seriously injured.

The captain, Tom Alder, told reporters that the engine had stopped without warning. "There was water everywhere," he said. The boat was not insured, according to the owner. The 18-metre trawler may have struck a container.

Investigators plan to raise the wreck in October. The search cost about £250,000, the ministry said. The company has lost three boats since 2015. Mayor Ellen Brook praised the "remarkable courage" of the crew.`,
}

export const cases: readonly Case[] = [
  {
    article: council,
    faithful: [
      'Le conseil municipal de Brème-sur-Mer a adopté la rénovation de la halle aux poissons par 22 voix contre 7.',
      'La rénovation de la halle aux poissons a été votée le 12 mars 2024.',
      'Le chantier coûtera 3,2 millions d’euros, dont 40 % à la charge de la région.',
      'Coût du chantier : 3 200 000 euros.',
      'La région paiera 40 % du chantier.',
      'La maire Anne Le Goff a défendu un projet "attendu depuis quinze ans".',
      'Mme Le Goff promet que la criée ne fermera pas pendant les travaux.',
      'L’opposition conduite par M. Kervella n’a pas voté le texte.',
      'Selon Paul Kervella, la facture dépassera quatre millions d’euros.',
      'Les travaux devraient commencer le 2 septembre et durer 18 mois.',
      'Les travaux, qui doivent durer dix-huit mois, devraient commencer en septembre 2024.',
      'Construite en 1954, la halle mesure 120 m de long.',
      'La halle accueille 35 mareyeurs et 1200 visiteurs par jour.',
      'La mairie assure qu’aucun emploi ne sera supprimé.',
      'La réouverture de la halle est prévue en mars 2026.',
      'À Brème-sur-Mer, le conseil municipal a voté la rénovation de la halle.',
    ],
    corrupted: [
      ['number-absent', 'Le conseil municipal a adopté la rénovation de la halle par vingt-quatre voix contre sept.'],
      ['number-absent', 'La halle accueille 53 mareyeurs et 1 200 visiteurs par jour.'],
      ['number-absent', 'La halle accueille 35 mareyeurs et 12 000 visiteurs par jour.'],
      ['number-absent', 'La région paiera 60 % du chantier.'],
      ['number-absent', 'Les travaux devraient durer vingt-huit mois.'],
      ['date-absent', 'Le conseil municipal a adopté la rénovation de la halle aux poissons jeudi soir.'],
      ['date-absent', 'Les travaux devraient commencer le 12 septembre 2024.'],
      ['date-absent', 'La réouverture est prévue en mai 2026.'],
      ['date-absent', 'La halle, construite en 1945, mesure 120 mètres de long.'],
      ['money-changed', 'Le chantier coûtera 3,2 milliards d’euros.'],
      ['money-changed', 'Le chantier coûtera 3,2 millions de dollars.'],
      ['money-changed', 'Selon M. Kervella, la facture dépassera 5 millions d’euros.'],
      ['unit-changed', 'La halle, construite en 1954, mesure 120 kilomètres de long.'],
      ['unit-changed', 'Les travaux devraient commencer le 2 septembre 2024 et durer dix-huit jours.'],
      ['name-absent', 'La maire, Anne Le Bihan, a défendu un projet attendu.'],
      ['name-absent', 'La maire, Jeanne Le Goff, a défendu le projet.'],
      ['name-absent', 'Selon M. Le Goff, la facture dépassera 4 millions d’euros.'],
      ['name-absent', 'L’opposition, conduite par Anne Le Goff, n’a pas voté le texte.'],
      ['quotation-altered', 'La maire a défendu un projet « attendu depuis vingt ans par les pêcheurs ».'],
      ['quotation-altered', 'La maire a promis : « Nous fermerons la criée pendant les travaux ».'],
      ['negation-changed', 'L’opposition, conduite par Paul Kervella, a voté le texte.'],
      ['negation-changed', 'Le conseil municipal n’a pas adopté la rénovation de la halle aux poissons.'],
      [
        'negation-changed',
        'Le conseil municipal de Brème-sur-Mer a rejeté mardi soir la rénovation de la halle aux poissons, par vingt-deux voix contre sept.',
      ],
      ['negation-changed', 'Des emplois seront supprimés, assure la mairie.'],
      ['attribution-lost', 'La facture dépassera 4 millions d’euros.'],
      ['attribution-lost', 'Aucun emploi ne sera supprimé.'],
      ['attribution-lost', 'Selon les pompiers, la facture dépassera 4 millions d’euros.'],
      ['forecast-as-fact', 'Les travaux ont commencé le 2 septembre 2024 et duré dix-huit mois.'],
      ['forecast-as-fact', 'Les travaux commenceront le 2 septembre 2024.'],
      ['forecast-as-fact', 'La réouverture a eu lieu en mars 2026.'],
    ],
  },
  {
    article: court,
    faithful: [
      'Un chef d’entreprise de 52 ans a été mis en examen à Port-Launay.',
      'Il aurait détourné 780.000 € entre 2018 et 2021.',
      'Le chef d’entreprise aurait détourné 780 000 euros.',
      'D’après le parquet, une dizaine de salariés ont porté plainte.',
      'D’après le parquet, dix salariés environ ont porté plainte.',
      'L’homme n’avait jamais été condamné, a précisé le procureur Yann Madec.',
      'Le suspect serait entré en contact avec un notaire finistérien.',
      'Son avocate, Claire Dubreuil, conteste les faits.',
      '« Mon client n’a pas touché un centime », a déclaré Me Dubreuil.',
      'Les enquêteurs ont saisi deux voitures et 15 kg de documents.',
      'Le procès pourrait se tenir à Quimper au printemps 2025.',
      'La société emploie 64 personnes.',
      'L’entreprise a été placée en redressement judiciaire le 3 juillet 2023.',
      'La SNP attend le remboursement de ses avances.',
    ],
    corrupted: [
      ['number-absent', 'Un chef d’entreprise de 25 ans a été mis en examen lundi à Port-Launay.'],
      ['number-absent', 'La société, qui emploie 46 personnes, a été placée en redressement judiciaire.'],
      ['number-absent', 'Les enquêteurs ont saisi cinq voitures et 15 kilos de documents.'],
      ['date-absent', 'Il aurait détourné 780 000 euros entre 2016 et 2021.'],
      ['date-absent', 'La société a été placée en redressement judiciaire le 13 juillet.'],
      ['date-absent', 'Le procès pourrait se tenir au printemps 2026.'],
      ['date-absent', 'Un chef d’entreprise a été mis en examen vendredi à Port-Launay.'],
      ['money-changed', 'Il aurait détourné 870 000 euros entre 2018 et 2021.'],
      ['unit-changed', 'Les enquêteurs ont saisi deux voitures et 15 tonnes de documents.'],
      ['name-absent', 'Le procès pourrait se tenir devant le tribunal de Rennes.'],
      ['name-absent', 'Le procureur, Yves Madec, a précisé que l’homme n’avait jamais été condamné.'],
      ['name-absent', 'Le suspect serait entré en contact avec un notaire du Morbihan.'],
      ['quotation-altered', '« Mon client n’a touché que des centimes », a déclaré Me Dubreuil.'],
      ['negation-changed', 'Le procureur a précisé que l’homme avait été condamné.'],
      ['negation-changed', 'Son avocate, Me Claire Dubreuil, ne conteste pas les faits.'],
      ['attribution-lost', 'Une dizaine de salariés ont porté plainte.'],
      ['conditional-lost', 'Il a détourné 780 000 euros entre 2018 et 2021.'],
      ['conditional-lost', 'Le suspect est entré en contact avec un notaire du Finistère.'],
      ['conditional-lost', 'Le procès se tiendra au printemps 2025 devant le tribunal de Quimper.'],
    ],
  },
  {
    article: storm,
    faithful: [
      'La tempête Gérald a privé 12.000 foyers d’électricité dans la nuit du 17 au 18 janvier.',
      'Douze mille foyers ont été privés d’électricité.',
      'Des rafales de 138 km/h ont été enregistrées à la pointe des Moines.',
      'La préfecture a indiqué que trois personnes ont été légèrement blessées.',
      'Trois blessés légers, selon la préfecture.',
      'Le trafic des trains entre Brest et Morlaix reprendra vendredi à 6h30.',
      'Météo-France prévoit une accalmie samedi.',
      'L’hôpital n’a pas été touché.',
      'Le port a perdu 25 m de digue.',
      'Les dégâts sont estimés à deux millions d’euros.',
      'Le préfet a salué « le sang-froid des secours ».',
      '340 pompiers ont été mobilisés.',
      'La mer a augmenté de 80 cm.',
      'La fréquentation des hôtels a baissé de cinq points en janvier.',
    ],
    corrupted: [
      ['number-absent', 'La tempête Gérald a privé d’électricité 21 000 foyers.'],
      ['number-absent', 'Des rafales de 183 km/h ont été enregistrées à la pointe des Moines.'],
      ['number-absent', 'Quelque 430 pompiers ont été mobilisés.'],
      ['number-absent', 'Quatre personnes ont été légèrement blessées, a indiqué la préfecture.'],
      ['date-absent', 'Il reprendra vendredi à 8 h 30.'],
      ['date-absent', 'La fréquentation des hôtels a baissé de 5 points en février.'],
      ['money-changed', 'Les dégâts sont estimés à 3 millions d’euros.'],
      ['unit-changed', 'Le niveau de la mer a augmenté de 80 mètres.'],
      ['unit-changed', 'La fréquentation des hôtels a baissé de 5 % en janvier.'],
      ['unit-changed', 'Des rafales de 138 m ont été enregistrées à la pointe des Moines.'],
      ['name-absent', 'La tempête Ciaran a privé d’électricité 12 000 foyers.'],
      ['name-absent', 'Le trafic des trains a été interrompu entre Brest et Lannion.'],
      ['quotation-altered', 'Le préfet Marc Tanguy a salué « le courage des secours ».'],
      ['negation-changed', 'L’hôpital a été touché.'],
      ['negation-changed', 'Le trafic des trains n’a pas été interrompu entre Brest et Morlaix.'],
      ['negation-changed', 'La fréquentation des hôtels a augmenté de 5 points en janvier.'],
      ['attribution-lost', 'Trois personnes ont été légèrement blessées.'],
      ['forecast-as-fact', 'Le trafic des trains a repris vendredi à 6 h 30.'],
    ],
  },
  {
    article: hospital,
    faithful: [
      'The board of Harwell General Hospital approved a new maternity ward by 9 votes to 4.',
      'The new ward will cost $12.5 million.',
      'The ward is expected to open in June 2026 with 48 beds.',
      'The ward will cost 12.5 million dollars.',
      'Dr. Marsh said the hospital "cannot wait another winter".',
      'The union did not support the plan.',
      'According to the state auditor, the hospital lost $3 million in 2023.',
      'Robert Quinn reportedly met the builder in private.',
      'The current ward treats some 2,300 patients a year.',
      'Built in 1961, the ward covers 900 square meters.',
      'The board said no staff will be dismissed.',
      'Construction could be delayed by the flood study.',
      'Births increased by 14% between 2019 and 2023.',
      'The hospital board approved the ward on May 14, 2024.',
    ],
    corrupted: [
      ['number-absent', 'The board approved a new maternity ward on Tuesday by nine votes to five.'],
      ['number-absent', 'The ward will have 84 beds.'],
      ['number-absent', 'The current ward treats about 3,200 patients a year.'],
      ['number-absent', 'The number of births increased by 41 percent between 2019 and 2023.'],
      ['date-absent', 'The ward is expected to open in July 2026.'],
      ['date-absent', 'The board of Harwell General Hospital approved a new maternity ward on Friday.'],
      ['date-absent', 'The current ward, built in 1916, covers 900 square metres.'],
      ['money-changed', 'The ward will cost $12.5 billion.'],
      ['money-changed', 'The ward will cost £12.5 million.'],
      ['unit-changed', 'The current ward covers 900 square kilometres.'],
      ['name-absent', 'The board of Harlow General Hospital approved a new maternity ward.'],
      ['name-absent', 'Councilman Richard Quinn reportedly met the builder in private.'],
      ['quotation-altered', '"We can wait another winter," said Dr. Helen Marsh.'],
      ['negation-changed', 'The union supported the plan.'],
      ['negation-changed', 'The number of births decreased by 14 percent between 2019 and 2023.'],
      ['attribution-lost', 'The hospital lost $3 million last year.'],
      ['attribution-lost', 'No staff will be dismissed.'],
      ['conditional-lost', 'Councilman Robert Quinn met the builder in private.'],
      ['conditional-lost', 'Construction was delayed by the flood study.'],
      ['forecast-as-fact', 'The ward opened in June 2026.'],
    ],
  },
  {
    article: harbour,
    faithful: [
      'Five fishermen were rescued after their boat sank off Skerry Point.',
      'The Coast Guard sent two helicopters after a distress call at 4:15 am.',
      'None of the men was seriously injured.',
      'Captain Tom Alder told reporters the engine had stopped without warning.',
      'The boat was not insured, the owner said.',
      'According to the owner, the boat was uninsured.',
      'The trawler may have struck a container.',
      'Investigators plan to raise the wreck next month.',
      'The search cost about £250,000, according to the ministry.',
      'The company has lost 3 boats since 2015.',
      'Mayor Brook praised the crew’s "remarkable courage".',
    ],
    corrupted: [
      ['number-absent', 'Six fishermen were rescued on Thursday after their boat sank.'],
      ['date-absent', 'The Coast Guard received the distress call at 5:15 a.m.'],
      ['date-absent', 'The company has lost three boats since 2005.'],
      ['unit-changed', 'Five fishermen were rescued after their boat sank 20 metres off Skerry Point.'],
      ['money-changed', 'The search cost about £520,000, the ministry said.'],
      ['name-absent', 'Mayor Susan Brook praised the "remarkable courage" of the crew.'],
      ['quotation-altered', 'Mayor Ellen Brook praised the "outstanding courage" of the crew.'],
      ['negation-changed', 'The boat was insured, according to the owner.'],
      ['attribution-lost', 'The boat was not insured.'],
      ['attribution-lost', 'The search cost about £250,000.'],
      ['conditional-lost', 'The 18-metre trawler struck a container.'],
      ['forecast-as-fact', 'Investigators raised the wreck in October.'],
    ],
  },
]

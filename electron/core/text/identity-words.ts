// Words people name themselves and one another by: origin, faith, sex, orientation, health. French and English, folded.
// It must not decide anything: naming who somebody is says nothing against a comment.

const FRENCH = `africain africaine africains africaines afro algerien algerienne algeriens allemand allemande allemands anglais antillais
antillaise arabe arabes asiatique asiatiques athee athees autiste autistes aveugle bisexuel bisexuelle blanc blanche blanches blancs
bouddhiste bouddhistes bresilien catholique catholiques chinois chinoise chinoises chretien chretienne chretiens etranger etrangere
etrangers exile exiles femme femmes fille filles francais francaise gay gays gitan gitane gitans handicap handicape handicapee handicapes
hetero heteros hindou hindous homo homos homosexualite homosexuel homosexuelle homosexuelles homosexuels imam immigration immigre immigree
immigres intersexe islam islamique israelien israelienne israeliens jeune jeunes juif juifs juive juives kurde kurdes latino latinos
lesbienne lesbiennes lgbt maghrebin maghrebine maghrebins maghreb malentendant maliens marocain marocaine marocains metis metisse migrant
migrante migrants mosquee musulman musulmane musulmanes musulmans noir noire noires noirs obese palestinien palestinienne palestiniens
polonais protestant protestants queer queers rabbin refugie refugiee refugies rom roms roumain roumaine roumains russe russes sans-papiers
senegalais sourd sourde sourds sud-americain synagogue trans transgenre transgenres transsexuel transsexuelle tsigane tsiganes tunisien
tunisienne tunisiens turc turcs turque ukrainien ukrainienne ukrainiens vieux vieille voile voilee voilees`
const ENGLISH = `african africans american amish arab arabs asian asians atheist atheists autistic bisexual black blacks blind brazilian
british buddhist buddhists catholic catholics chinese christian christians cuban deaf disabled elderly english european female females
filipino french gay gays german girl girls gypsies gypsy heterosexual hindu hindus hispanic homosexual homosexuality homosexuals hijab
immigrant immigrants immigration indian indians indigenous irish islam islamic israeli israelis italian japanese jew jewish jews judaism
korean latina latino latinos latinx lesbian lesbians lgbtq male males mexican mexicans migrant migrants millennial mosque muslim muslims
native nonbinary old palestinian palestinians paralyzed pakistani polish protestant puerto queer queers rabbi refugee refugees roma russian
russians sikh sikhs spanish straight taoist teenage transgender transgendered transsexual turk turkish turks ukrainian vietnamese white
whites woman women young younger older`

/** Folded identity words, both languages together. */
export const identityWords: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(/\s+/u))

// Words people disguise in comments, French and English, folded. Used only to undo a disguise.
// It must not decide anything: a word found here is not a verdict.

const FRENCH = `abruti abrutis batard batards bougnoule bougnoules bouffon bouffons branleur branleurs brele burne chier chiasse clochard
con connard connards connasse connasses conne connerie conneries cons couille couilles couillon creve crevure cul degage debile debiles
enculer encule enculee encules enfoire enfoires fachos facho fdp feignasse foutre gogol gouine gueule imbecile imbeciles idiot idiote idiots
merde merdes merdeux merdique mongol mongole negre negres negro niquer nique ntm ordure ordures pd pede pedes petasse petasses pisse pouffiasse
poufiasse pourri pourris putain putains pute putes raclure raton salaud salauds salope salopes saloperie sale sac singe sous-merde suce tapette
tapettes tarlouze tg trouduc tocard tocards traitre traitres vermine violer viol youpin youpins`
const ENGLISH = `arse arsehole ass asshole assholes bastard bastards bitch bitches bollocks bullshit cock cocksucker coon crap cunt cunts damn
dick dickhead dumbass fag faggot faggots fuck fucked fucker fuckers fucking gook idiot idiots kike kill moron morons motherfucker nazi nazis
nigga nigger niggers paki piss prick pussy rape retard retarded retards scum shit shits shithead shitty slut sluts spic stupid suck sucks
tranny twat wank wanker wankers whore whores`

/** Folded insulting words, both languages together: commenters mix them. */
export const insultingWords: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(/\s+/))

package sentence

import "strings"

// words makes a set of the space-separated words of its arguments.
func words(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			m[w] = true
		}
	}
	return m
}

// binding holds abbreviations, lower-case and without their last dot, that
// stand before what they belong to: a name, a number. A dot after one of them
// never ends a sentence. Compiled by hand from the style guides of news
// agencies (titles, ranks, references) and the dictionaries of the languages.
var binding = words(
	// English titles and ranks
	`mr mrs ms mx dr prof gen sen rep gov lt col maj sgt cpl pvt capt cmdr cdr adm brig hon rev fr messrs
	 mme mlle mgr pres amb det supt insp sec msgr atty lieut comdr ald asst assoc cllr dep`,
	// English references
	`p pp c fig figs no nos vol vols ch cf vs v eq sect ver ed eds art arts para ref refs ca approx est al viz cit op
	 mt ft rt hwy e.g i.e`,
	// German
	`hr fr frau nr bzw ca evtl ggf bspw vgl abs inkl zzgl dipl ing tel z.b d.h u.a z d u st sog o.ä i.d.r geb`,
	// French
	`mm mlle mme mgr mgrs art chap éd env n° n`,
	// Spanish, Portuguese, Italian
	`sr. sra srta sres dra dña ud uds ee av núm pág págs sig dott sig.ra avv`,
	// Russian and Ukrainian
	`г гг ул им тов проф акад см рис стр тыс млн млрд руб грн вул просп пров обл обл. р рр м ім див напр т.е т.к т.н св`,
	// Arabic: "Dr"
	`د أ م`,
)

// trailing holds abbreviations that stand after what they belong to, and so can
// close a sentence: then the next word decides.
var trailing = words(
	`inc ltd co corp bros jr sr esq plc llc assn dept univ inst etc bldg ave blvd rd st dr ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a a.m p.m
	 am pm jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
	 ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
	 tenn tex va vt wash wis wyo oz lb lbs in min max dept cont al`,
	`usw etc pp co kg gmbh v.chr n.chr`,
	`д т.д т.п др пр`,
)

// starters are capitalised words that begin sentences far more often than
// names; after an abbreviation or an initial they tell an end from a middle.
var starters = words(
	`the a an in on at but and he she they it this that these those we i you his her their our its my your after before when while as if
	 for from with by to of however meanwhile both some many there what who how why not no one two according although though so then now
	 also here such each all most since during because until under over among despite did does do is are was were has have had can could
	 will would should may might let please where which yes well yet or nor still instead later earlier last next another other every
	 once only even just more than through between perhaps maybe thus hence therefore moreover nevertheless nonetheless it's that's
	 he's she's they're we're i'm you're there's what's don't isn't`,
	`der die das ein eine er sie es wir ihr und aber im am auf mit nach bei seit für wenn als auch doch`,
	`le la les un une il elle ils elles on nous vous et mais dans sur avec pour par ce cette ces c'est`,
	`el los las una él ella ellos y pero en con por para este esta no se su`,
	`он она оно они мы вы я и но в на по с к это как что не он`,
	`він вона воно вони ми ви але у на з до це як що не`,
)

// spoke are the verbs that follow a quoted question or exclamation inside one
// sentence: “Why now?” Bauer asked.
var spoke = words(
	`said says asked asks added adds replied replies told tells wrote writes tweeted shouted shouts cried yelled exclaimed screamed
	 continued explained joked quipped wondered answered insisted demanded responded declared argued announced posted chanted
	 whispered muttered recalled noted thundered pleaded begged snapped concluded warned inquired queried laughed`)

// months follow an ordinal number with a dot in German and its neighbours:
// "am 3. Oktober".
var months = words(
	`januar februar märz april mai juni juli august september oktober november dezember jänner jan feb okt nov dez
	 ledna února března dubna května června července srpna září října listopadu prosince
	 siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
	 jahrhundert jh stock platz tag mal klasse runde`)

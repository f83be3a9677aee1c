package compare

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// dayNames are weekdays, months, and the words that place an event in time.
var dayNames = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
 today yesterday tomorrow tonight overnight january february march april june july august september october november
 december jan feb mar apr jun jul aug sept oct nov dec morning afternoon evening noon midnight dawn dusk night
 a.m p.m am pm gmt utc weekend summer autumn winter`)

// spans of time that bound a toll: "in the past 24 hours", "since March".
var windowUnits = set(`second seconds minute minutes hour hours day days week weeks month months year years decade decades`)

// windowWords stand in front of one.
var windowWords = set(`past last next previous since ago earlier later within until before after this`)

// mayIsMonth: "May" in front of or behind a number.
const mayIsMonth = "may"

// outcomes are the words that tell what happened to the people a figure counts.
// One for another of the same outcome is wording.
var outcomes = func() map[string]string {
	m := map[string]string{}
	for outcome, list := range map[string]string{
		"killed":    `killed kill kills killing dead died die dies dying death deaths slain perished fatalities drowned suffocated lives`,
		"injured":   `injured injure injures injuring wounded wound wounds wounding hurt injuries injury`,
		"missing":   `missing unaccounted disappeared trapped trap traps trapping`,
		"displaced": `displaced displace homeless evacuated`,
		"detained":  `detained detain arrested arrest arrests detention jailed`,
		"captured":  `captured capture`,
		"kidnapped": `kidnapped abducted hostage hostages`,
		"casualty":  `casualties casualty`,
		"rescued":   `rescued`,
		"survived":  `survived survive survives alive`,
	} {
		for w := range set(list) {
			m[w] = outcome
		}
	}
	return m
}()

// titles come before a name or stand for one.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady president minister premier chancellor governor mayor
 senator representative judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral
 commander chief director chairman chairwoman chair secretary ambassador king queen prince princess pope bishop archbishop
 rabbi imam sheikh deputy vice former acting foreign prime interior defence defense spokesman spokeswoman spokesperson
 councillor councilor executive leader treasurer founder manager managing head inspector superintendent officer engineer doctor
 vice-admiral rear-admiral vice-president vice-chancellor vice-premier vice-chairman lieutenant-general major-general lieutenant-colonel
 attorney-general secretary-general director-general governor-general ex-president ex-premier ex-minister ex-chancellor co-chair`)

// functionWords explain nothing and need no explanation.
var functionWords = set(`the a an of to in on at for and or but that this these those it its is was were are be been being
 by with as from he she they we you i his her their our them him us me whom whose who which what when where how has have had do did does than then so
 if into about also there such some between whether 's 're 've 'd 'm after before while per each also had`)

// adverbs of time that follow from what changed beside them: "not running", "running
// again".
var adverbs = set(`again still already yet now anymore`)

// definite words in front of a number word: "the two banks" counts nothing new.
var definite = set(`the these those both his her its their our other`)

// aboutNotices are the words of notices that say nothing of what was changed.
var aboutNotices = set(`correction corrections corrected corrects correct clarification clarifies clarified editor editors note
 update updates updated updating refile refiles article story report version earlier previous incorrectly misstated wrongly
 said stated paragraph first second third last headline new added adds throughout details amended reflect mistake error
 editing readers due name was were has been with from that this above below latest comment comments quote quotes`)

// percentWords say per cent.
var percentWords = set(`% percent per cent pct percentage`)

// modifierWords blur a number in front of it.
var modifierWords = set(`nearly almost about around roughly approximately some`)

// auxiliaries are told with the negation behind them.
var auxiliaries = set(`is are was were be been has have had do does did`)

// ordinals count too, where one stands for another: "the second attack".
var ordinals = map[string]string{"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
	"seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
	"thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th",
	"eighteenth": "18th", "nineteenth": "19th", "twentieth": "20th",
	"halved": "½×", "doubled": "2×", "tripled": "3×", "trebled": "3×", "quadrupled": "4×"}

// hedgePhrases weaken a statement in several words; "_" matches any form of to
// be. The words of one are read as one modifier.
var hedgePhrases = phrases(`it _ understood|_ understood to|_ said to|_ reported to|_ alleged to|_ expected to|_ likely to|_ set to|_ due to|_ scheduled to|_ poised to|_ thought to|_ believed to|on suspicion of|
 in what appeared to be|in what appears to be|what appeared to be|what appears to be|it appears|it seems|it seemed|_ accused of`)

// rumoured blur the outcome behind them: "are feared dead".
var rumoured = set(`reported feared presumed believed thought assumed`)

// modalPhrases bind or permit in several words.
var modalPhrases = phrases(`_ required to|_ advised to|_ allowed to|_ obliged to|_ permitted to|_ forced to|_ going to|_ able to|_ unable to|
 have to|has to|had to|need to|needs to`)

func phrases(list string) [][]string {
	var out [][]string
	for _, p := range strings.Split(list, "|") {
		out = append(out, strings.Fields(p))
	}
	return out
}

// hedging words beside those that guard an anchor.
var hedging = set(`preliminary provisional unofficial tentative tentatively ostensibly evidently arguably self-styled self-proclaimed would-be effectively virtually practically nearly almost`)

// toBe are the forms a "_" of hedgePhrases stands for.
var toBe = set(`is are was were be been being`)

// negating prefixes make a word its opposite: unsafe, illegal, disloyal.
var negating = []string{"un", "in", "im", "il", "ir", "dis", "non"}

// failing negates the verb behind it, "failed to stop", not a noun: "failed a test".
var failing = set(`fail fails failed failing`)

// denying reporting verbs negate what they report, as to deny does.
var denying = set(`reject rejects rejected rejecting dispute disputes disputed disputing refute refutes refuted refuting dismiss dismisses dismissed dismissing rebut rebuts rebutted rebutting`)

// persons say no more than that people are counted.
var persons = set(`people person persons one others other anyone anybody someone somebody everyone everybody`)

// writtenOut are short forms and contractions with what they stand for.
var writtenOut = map[string]string{"jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
	"aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
	"n't": "not", "wo": "will", "ca": "can", "sha": "shall", "til": "until", "'til": "until", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "&": "and",
	"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
	"dr": "doctor", "prof": "professor", "gen": "general", "lt": "lieutenant", "col": "colonel", "capt": "captain",
	"sgt": "sergeant", "gov": "governor", "sen": "senator", "rep": "representative", "st": "saint"}

// sources are nouns that stand for somebody who speaks; one that comes or goes
// changes who says it, while a title that does changes the name.
var sources = set(`spokesman spokeswoman spokesperson official officer officials officers source`)

// ambiguousCues are nouns as often as reporting verbs.
var ambiguousCues = set(`report reports state states note notes comment remark remarks answer claim claims estimate estimates
 demand demands promise promises pledge pledges warning fear fears hope hopes dispute disputes post quote vow vows hint
 account complaint reply question think suspect suspects recall recalls`)

// adverbs that stand between a speaker and the cue and name nobody.
var speakersNot = set(`never rarely seldom often always also later earlier then now still again already ever not repeatedly`)

// scalars belong to a count or a negation beside them.
var scalars = set(`total number toll figure longer rarely seldom count tally as many most much few all every both any`)

// timeWords place what happened before, in or after a date or a span of time
// behind them; windowed are those that make a window of a bare unit.
var (
	timeWords = set(`this next last previous coming following since until`)
	windowed  = set(`this next last previous coming following`)
)

// removing are the words of notices that say that something was taken out, adding
// those that say that something was put in.
var (
	removing = set(`removed removes removing deleted deletes`)
	adding   = set(`add adds added adding`)
)

// correcting are the words of notices that own up to a mistake; particulars what
// they may be about beside the kinds of noticeWords.
var (
	correcting  = set(`correct corrects corrected correction refiles refile fix fixes mistake error misstated wrong wrongly incorrectly`)
	particulars = set(`place location venue town city country photo photograph caption headline picture graphic byline dateline cause link`)
)

package anchor

import "strings"

// The word lists behind the guards, folded as diff.Token.Norm folds. They are
// closed classes of English written down from its grammars, and reporting verbs
// from the news agencies' style guides (what to use instead of "said").

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// negations turn a statement round.
var negations = words(foreignNegations + ` not n't cannot no never none neither nor nobody nothing nowhere without cannot
 deny denies denied denying refuse refuses refused refusing fail fails failed failing
 lack lacks lacked lacking unlikely hardly barely scarcely`)

// foreignNegations are those of other languages that news is checked in: their
// particles, pronouns and prepositions, where they are words of their own. What is
// another word in English or in another of them ("sin", "mai", "noch") is left out.
const foreignNegations = `nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder ohne nirgends
 ne pas jamais aucun aucune rien ni sans nul nulle guère
 nunca ninguno ninguna ningún nadie nada tampoco
 non nessuno nessuna niente nulla senza
 não nenhum nenhuma ninguém sem
 niet geen nooit niemand niets zonder
 не нет ни никто ничего никогда никакой нельзя без немає ні ніхто нічого ніколи жодного жоден
 nie nikt nic nigdy żaden żadna bez
 değil yok hiç hiçbir asla
 ingen inget inte ikke aldrig aldri uten utan
 لا لم لن ليس ليست بدون دون غير لیس نہیں
 לא אין בלי אף نیست بدون`

// modals say how certain or how binding something is.
var modals = words(`can could may might must shall should will would 'll ought needn dare ca wo sha cannot`)

// modalForms are modals in the forms that negations and contractions leave them in.
var modalForms = map[string]string{"'ll": "will", "ca": "can", "wo": "will", "sha": "shall", "cannot": "can"}

// writtenOut are the parts of contractions that stand for one word alone.
var writtenOut = map[string]string{"'ll": "will", "ca": "can", "wo": "will", "sha": "shall", "n't": "not", "cannot": "can not",
	"'re": "are", "'ve": "have", "'m": "am"}

// hedges weaken who or what is behind a statement, wherever they stand.
var hedges = words(`alleged allegedly apparent apparently appear appears appeared appearing reportedly suspected
 suspect suspects believed thought presumed presumably supposed supposedly purported purportedly possible possibly
 probable probably potential potentially perhaps maybe likely unconfirmed unverified seem seems seemed seemingly
 suggests suggested suggesting feared fears estimated estimates estimate so-called rumoured rumored claimed`)

// approximators bound or blur a number. They count only in front of one.
var approximators = [][]string{
	{"at", "least"}, {"at", "most"}, {"no", "fewer", "than"}, {"no", "less", "than"}, {"no", "more", "than"},
	{"not", "less", "than"}, {"not", "more", "than"}, {"as", "many", "as"}, {"as", "much", "as"}, {"as", "few", "as"},
	{"as", "little", "as"}, {"more", "than"}, {"fewer", "than"}, {"less", "than"}, {"up", "to"}, {"close", "to"},
	{"upwards", "of"}, {"well", "over"}, {"just", "over"}, {"just", "under"}, {"in", "excess", "of"},
	{"about"}, {"around"}, {"some"}, {"roughly"}, {"approximately"}, {"nearly"}, {"almost"}, {"over"}, {"under"},
	{"above"}, {"below"}, {"only"}, {"exactly"}, {"circa"}, {"estimated"}, {"maybe"}, {"perhaps"}, {"another"},
}

// approximatorsBehind stand behind the number.
var approximatorsBehind = [][]string{{"or", "more"}, {"or", "fewer"}, {"or", "less"}, {"or", "so"}, {"at", "least"}, {"at", "most"}}

// blurs are the approximators that say about and nothing more.
var blurs = words(`about around some roughly approximately circa`)

// longestApproximator is the greatest number of tokens of one.
const longestApproximator = 3

// numberWords are figures written out, with their value; vague ones have values
// of their own below zero, so that they equal only themselves.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "dozen": 12, "half": 0.5, "quarter": 0.25, "third": 1.0 / 3,
	"once": 1, "twice": 2, "thrice": 3, "double": 2, "triple": 3, "first": 1, "second": 2, "fourth": 4, "fifth": 5,
	"sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
	"fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "halves": 0.5, "thirds": 1.0 / 3, "quarters": 0.25, "fifths": 5, "tenths": 10,
	"couple": -2, "few": -3, "several": -4, "many": -5, "most": -6, "dozens": -7, "scores": -8, "tens": -9,
	"hundreds": -10, "thousands": -11, "millions": -12, "billions": -13, "all": -14, "every": -15, "both": -16,
	"twenties": -17, "numerous": -5, "countless": -19, "majority": -20, "minority": -21,
}

// plainCues report without judging: one for another changes nothing.
var plainCues = words(`say says said saying tell tells told telling add adds added adding state states stated stating
 note notes noted noting announce announces announced announcing report reports reported reporting declare declares
 declared explain explains explained reply replies replied answer answers answered write writes wrote tweeted posted
 remark remarks remarked comment commented continue continued recall recalled recount recounted according quoted`)

// ladenCues judge or commit the speaker; each is its own.
var ladenCues = words(`claim claims claimed claiming allege alleges alleged alleging admit admits admitted admitting
 acknowledge acknowledges acknowledged concede concedes conceded confirm confirms confirmed confirming confess confessed
 insist insists insisted insisting argue argues argued arguing assert asserts asserted maintain maintains maintained
 deny denies denied denying dispute disputes disputed reject rejects rejected dismiss dismissed warn warns warned warning
 accuse accuses accused accusing urge urges urged urging demand demands demanded threaten threatened vow vows vowed
 pledge pledges pledged promise promises promised predict predicted suggest suggests suggested hint hinted believe
 believes believed think thinks thought fear fears feared hope hopes hoped estimate estimates estimated complain
 complained boast boasted lament lamented testify testified reveal reveals revealed disclose disclosed ask asked asks`)

// weakCues report or commit somebody too, or only tell what somebody did. Who
// does it must stay the same, but their coming and going tells nothing. The
// auxiliaries stand for all the verbs that are not listed.
var weakCues = words(`show shows showed shown showing cite cites cited citing find finds found chant chanted chanting
 caution cautions cautioned endorse endorses endorsed agree agrees agreed plan plans planned praise praises praised
 contend contends contended conclude concludes concluded describe describes described call calls called calling blame
 blames blamed mock mocks mocked mocking criticize criticized criticise criticised recommend recommends recommended
 propose proposes proposed oppose opposes opposed expect expects expected consider considers considered know knows knew
 see sees saw feel feels felt learn learns learned doubt doubts doubted decide decides decided determine determines
 determined rule rules ruled order orders ordered offer offers offered speak speaks spoke speaking discuss discusses
 discussed discussing question questions questioned wonder wonders wondered joke joked stress stresses stressed emphasize
 emphasizes emphasized underline underlined highlight highlights highlighted point points pointed indicate indicates
 indicated imply implies implied signal signals signaled signalled mention mentions mentioned observe observes observed
 repeat repeats repeated reiterate reiterated respond responds responded shout shouted cry cried publish published want
 wants wanted seek seeks sought need needs needed help helped like liked love loved hate hated wish wished support supports
 supported back backs backed welcome welcomed condemn condemns condemned thank thanked advise advises advised vote
 votes voted intend intends intended refer refers referred compare compares compared portray portrayed interrupt
 interrupted issue issues issued release releases released flout flouts exposed expose is are was were has have had did does do`)

// agents are nouns for those who say or do something.
var agents = words(`official officials police officer officers policeman government governments ministry minister president
 premier governor mayor senator senators congressman spokesman spokeswoman spokesperson spokesmen aide aides adviser advisers
 advisor source sources diplomat diplomats poll polls pollsters survey surveys study studies report reports analysis analyses
 analyst analysts expert experts critic critics voter voters campaign campaigns company companies firm bank banks court courts
 judge judges jury agency agencies administration authority authorities army military navy troops soldiers rebels fighters
 witness witnesses resident residents survivor survivors doctor doctors nurse hospital hospitals union unions lawyer lawyers
 attorney prosecutor prosecutors investigator investigators lawmaker lawmakers republicans democrats party parties group groups
 organization organizations organisation organisations media newspaper newspapers website statement document documents video
 protester protesters demonstrators people person man men woman women boy girl child children countries country researchers
 researcher scientists scientist economists economist historians historian family families victim victims relatives
 neighbours neighbors leader leaders team council commission committee board department bureau office king queen union network
 association federation church priest bishop imam teacher teachers student students professor author authors writer director
 manager chairman chief commander general colonel captain candidate candidates nominee nominees contender
 rival rivals billionaire mogul actor actress singer coach journalist journalists reporter reporters columnist editor host
 congresswoman lawmakers secretary ambassador envoy negotiator negotiators founder executive executives driver pilot owner owners farmers workers miners firefighters
 rescuers medics monitors observers activists friend friends father mother son daughter brother sister husband wife`)

// pronouns stand for a speaker named elsewhere.
var pronouns = words(`he she they it him her them we i`)

// thirdPersons lean on a name in the text; "I" and "we" lean on the quotation.
var thirdPersons = words(`he she they it him them her`)

// persons are the pronouns that stand for people named elsewhere, possessives
// with them.
var persons = words(`he she they him her them his hers their theirs`)

// plurals are those for several; singulars those for one.
var (
	plurals   = words(`they them their theirs`)
	singulars = words(`he she him her his hers`)
)

// adverbs and little words that are no part of who speaks.
var notWho = words(`the a an also later earlier then now still again on in at by to from as that had has have was were is
 are been and but when while after before who which , ( ) " - : ; . monday tuesday wednesday thursday friday saturday
 sunday today yesterday tomorrow`)

// starters open sentences without being names.
var starters = words(`around roughly approximately nearly almost this that these those there here for with as if so yet more most many some no not all one two
 three four five six seven eight nine ten both each every another other others about over under until since because
 although though during despite once only even just what why how where whether my our your its his their or nor
 january february march april may june july august september october november december`)

// circumstance opens a phrase that tells where or when somebody spoke.
var circumstance = words(`in on at near after during before late early while when outside inside`)

// company opens one too, if it names nobody: as rain fell, with a smile.
var company = words(`as with amid over under without through across along`)

// ofAnother are the words that make one speaker another when they come or go
// inside who speaks: Petrov, Petrov's deputy, a spokesman for Petrov.
var ofAnother = words(`'s for of to by and or with on`)

// settlements are nouns for places that add nothing to the name of one.
var settlements = words(`town city village port island region district province state county valley capital suburb`)

// adverbs are those without -ly that stand between who speaks and the verb.
var adverbs = words(`again here there today yesterday now then still also too even just once often always soon ever already
 twice first last late early abroad online together alone indeed however though meanwhile instead
 very extremely quite rather so as well but yet and while although furthermore moreover`)

// shortened are words written with a full stop that stand in front of names.
var shortened = words(`vs st no nos rep sen etc approx ca jr sr al mr mrs ms dr`)

// titles are short for what stands in front of a name.
var titles = words(`mr mrs ms dr prof sen rep gov gen lt col capt sgt rev hon messrs`)

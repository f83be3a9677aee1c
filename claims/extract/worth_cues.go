package extract

// worthSide says what a trait speaks for.
type worthSide uint8

const (
	forFact    worthSide = iota // something in the sentence can be looked up
	forOpinion                  // it judges, feels, wishes or foretells
	forNone                     // it asserts nothing
)

// worthCue is a trait of a sentence: a phrase for people, what it adds to the
// score on a logistic scale, and which way it speaks. The traits are those that
// published work on check-worthiness found to carry most (Hassan et al. 2017,
// ClaimBuster: numbers, tense, entities; Gencheva et al. 2017: contrast,
// negation, subjectivity), with those by which a desk reads a page: who is said
// to have said it, what is only the page's own furniture. The weights were set
// by hand on half of testdata/worth.
type worthCue struct {
	name string
	add  float64
	side worthSide
}

// worthBase is the score of a sentence without any trait, on the logistic scale.
const worthBase = -0.9

var (
	cueNumber     = worthCue{"a number", 1.6, forFact}
	cueMoney      = worthCue{"an amount of money", 0.5, forFact}
	cuePercent    = worthCue{"a share", 0.6, forFact}
	cueCasualty   = worthCue{"casualties", 1.2, forFact}
	cueChange     = worthCue{"a change", 0.8, forFact}
	cueCompare    = worthCue{"a comparison", 0.6, forFact}
	cueName       = worthCue{"a name", 0.5, forFact}
	cueNames      = worthCue{"several names", 0.4, forFact}
	cueReported   = worthCue{"who said what", 1.8, forFact}
	cuePosition   = worthCue{"what somebody demands, denies or promises", 0.8, forFact}
	cueDone       = worthCue{"something that happened", 1.0, forFact}
	cueWas        = worthCue{"how something was", 0.4, forFact}
	cueState      = worthCue{"how something stands", 0.4, forFact}
	cueTime       = worthCue{"a time", 0.6, forFact}
	cueBody       = worthCue{"what an institution did", 0.5, forFact}
	cueDenial     = worthCue{"a denial", 0.2, forFact}
	cueSweeping   = worthCue{"a sweeping word", 0.3, forFact}
	cueRecord     = worthCue{"a record or vote", 0.6, forFact}
	cueJudgement  = worthCue{"a judgement", -1.3, forOpinion}
	cueJudgements = worthCue{"more than one judgement", -0.7, forOpinion}
	cueFeeling    = worthCue{"what the speaker feels or thinks", -1.2, forOpinion}
	cueOught      = worthCue{"what ought to be", -1.0, forOpinion}
	cueForecast   = worthCue{"the future", -0.9, forOpinion}
	cueCondition  = worthCue{"a condition", -0.7, forOpinion}
	cueGeneral    = worthCue{"everybody or nobody in particular", -0.8, forOpinion}
	cuePointing   = worthCue{"what “it” or “that” is", -0.8, forOpinion}
	cueYou        = worthCue{"addressed to a person", -0.3, forOpinion}
	cueExclaim    = worthCue{"an exclamation", -1.0, forOpinion}
	cueWish       = worthCue{"a wish", -0.9, forOpinion}
	cueQuestion   = worthCue{"a question", -3.0, forNone}
	cueRequest    = worthCue{"a request", -1.4, forNone}
	cueShort      = worthCue{"very short", -0.9, forNone}
	cueCourtesy   = worthCue{"a courtesy", -2.4, forNone}
	cueHeading    = worthCue{"a heading", -1.6, forNone}
	cueTitle      = worthCue{"a headline", -0.2, forNone}
	cueFurniture  = worthCue{"a note about the page", -3.0, forNone}
)

// worthWords are the words that carry a trait by themselves. Compiled by hand.
var worthWords = []struct {
	words map[string]bool
	cue   worthCue
}{
	{set(`rose rise risen rising fell fall fallen falling grew grow grown growing dropped drop increased increase increasing decreased decrease doubled tripled halved cut cuts lowered lost lose loses gained jumped soared plunged climbed surged slashed shrank shrunk`), cueChange},
	{set(`more less fewer than higher lower most least highest lowest largest biggest smallest first last only ever half third quarter fifth twice double majority minority average record neither both`), cueCompare},
	{set(`killed dead died die deaths death injured wounded hurt missing casualties victims toll displaced kidnapped arrested detained drowned`), cueCasualty},
	{set(`voted vote votes signed passed vetoed endorsed banned approved rejected sued paid spent pays owed owes owns founded invaded attacked deported convicted fined sentenced acquitted charged verified published elected law bill treaty deficit debt tax taxes unemployment inflation budget`), cueRecord},
	{set(`denied denies accused accuses blamed blames criticised criticized demands demanded wants promised promises pledged vowed agreed agrees expects expect expected announced declared rejects refused refuses opposes claims claimed insists insisted urged asked plans planned`), cuePosition},
	{set(`court courts police ministry government council board agency parliament army prosecutors prosecutor company officials authorities inspectors inspectorate union unions office commission senate congress bank university hospital judge minister regulators insurers landowners`), cueBody},
	{set(`monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december yesterday since ago overnight year years month months week century decade decades`), cueTime},
	{set(`all every none always never entire whole nothing everything any`), cueSweeping},
	{set(`should must ought shall`), cueOught},
	{set(`will 'll wo gonna would could might may can`), cueForecast},
	{set(`if unless whether`), cueCondition},
	{set(`you your yourself`), cueYou},
	{set(`hope hopes hoping wish wishes let`), cueWish},
	{set(`thank thanks hello hi welcome goodbye congratulations please sorry sir madam applause laughter crosstalk dear yours sincerely faithfully prayers condolences pleasure`), cueCourtesy},
	{set(`beautiful wonderful terrible great awful amazing good bad nice important wrong right better best worst honest beautifully spectacular simply disgrace disgraceful shame ashamed proud tragic tragedy terrifying horrible shocking brilliant stupid silly absurd ridiculous nonsense sad sadly happy hard easy safe fair unfair firm enough courage courageous serious seriously worries deserve deserves satisfy unreasonable reasonable poorer richer lively bargain monument comedy privilege honour honor eternity gift wounds love loves loved believing fading perhaps maybe probably surely certainly obviously clearly hardly barely unfortunately fortunately frankly luckily hopefully course incredible unbelievable fantastic outstanding disappointing disappointed careless carelessness vanity magic magical dream dreams insane crazy pathetic phony fraud liar liars smear evil hero heroic weak strong stronger tough smart dumb dangerous radical extreme lovely charming dull boring delicious elegant stunning gorgeous impressive thrilling memorable unforgettable perfect flawed disastrous catastrophe miracle joke farce scandalous outrageous appalling cruel noble brave cowardly foolish wise wisely calm friendly seemed seems`), cueJudgement},
}

// generalSubjects, at the beginning of a sentence, are nobody in particular.
var generalSubjects = set(`everybody everyone nobody somebody someone people one anyone anybody politicians`)

// feelings are the verbs after "I" and "we" that say what the speaker thinks.
var feelings = set(`think believe feel hope guess suppose love hate like find know want wish fear doubt trust understand need say mean dare 'm am 're are would hold`)

// statives are past tenses that tell of no event.
var statives = set(`was were had did been be seemed felt looked appeared knew loved liked wanted believed thought hoped seen said`)

// fixedPhrases carry a trait together; lower-case, straight apostrophes.
var fixedPhrases = []struct {
	words string
	cue   worthCue
}{
	{"read more", cueFurniture}, {"sign up", cueFurniture}, {"subscribe to", cueFurniture}, {"click here", cueFurniture}, {"follow us", cueFurniture},
	{"check back", cueFurniture}, {"developing story", cueFurniture}, {"contact the author", cueFurniture}, {"photograph :", cueFurniture}, {"photo :", cueFurniture},
	{"image :", cueFurniture}, {"reporting by", cueFurniture}, {"editing by", cueFurniture}, {"additional reporting", cueFurniture}, {"on twitter", cueFurniture},
	{"all rights reserved", cueFurniture}, {"this article was", cueFurniture}, {"tell us", cueFurniture}, {"our newsletter", cueFurniture}, {"have a tip", cueFurniture},
	{"good morning", cueCourtesy}, {"good evening", cueCourtesy}, {"good night", cueCourtesy}, {"good afternoon", cueCourtesy}, {"our thoughts", cueCourtesy},
	{"no wonder", cueJudgement}, {"need to", cueOught}, {"needs to", cueOught}, {"have to", cueOught}, {"has to", cueOught}, {"going to", cueForecast},
	{"let us", cueWish}, {"let 's", cueWish}, {"let me", cueRequest}, {"forgive me", cueFeeling}, {"hold my breath", cueFeeling},
	{"per cent", cuePercent}, {"last year", cueTime}, {"last month", cueTime}, {"last week", cueTime}, {"no longer", cueChange}, {"of course", cueJudgement},
	{"did not respond", cuePosition}, {"declined to", cuePosition}, {"one in", cueNumber}, {"a third", cuePercent}, {"two thirds", cuePercent},
}

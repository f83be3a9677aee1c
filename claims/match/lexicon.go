package match

import "strings"

// The tables of this file are closed classes of English, listed from the
// grammars' usual inventories and trimmed to what occurs in news; the foreign
// negators are the basic ones of the languages whose quotes are read.

func set(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			m[w] = true
		}
	}
	return m
}

// stopWords weigh half in an alignment: determiners, pronouns, prepositions,
// conjunctions, auxiliaries and the commonest adverbs.
var stopWords = set(`
	a an the this that these those some any each every no both all such same other another own
	i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
	we us our ours ourselves they them their theirs themselves one ones who whom whose which what
	of in on at by for with from to into onto upon about over under after before between through during
	against within without out up down off as than like per via
	and or but nor so yet if then because while though although unless until till since when where why how whether
	be am is are was were been being have has had having do does did done doing will would shall should
	can could may might must ought not n't cannot
	there here now just also too very only even still already again ever never more most much many
	i'm i've i'll i'd you're you've you'll we're we've we'll we'd they're they've they'll he's she's it's that's there's
	don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't`)

// modals are the verbs whose change turns a possibility into a certainty or a
// duty into a wish. A phrase of several words is written with "_".
var modals = set(`will would shall should can could may might must ought cannot need
	won't wouldn't shan't shouldn't can't couldn't mightn't mustn't needn't
	i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd
	possibly perhaps maybe probably certainly definitely likely unlikely`)

// negators turn the polarity of their clause.
var negators = set(`not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely seldom rarely n't
	don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't
	mustn't needn't mightn't shan't ain't
	nicht kein keine keinen keiner nie niemals nichts pas jamais rien aucun aucune nunca jamás nada ningún ninguna
	не ни нет ніколи никогда لا لم لن ليس`)

// polar pairs words that say the opposite about how many or whether at all; one
// standing for the other changes the polarity.
var polar = pairs(`always/never everyone/nobody everybody/nobody everyone/no-one everything/nothing all/none all/no
	every/no some/no some/none someone/nobody somebody/nobody something/nothing either/neither with/without any/no
	anyone/nobody anybody/nobody anything/nothing few/no few/many often/rarely often/seldom everywhere/nowhere
	a/no an/no the/no or/nor one/no one/none several/no many/no once/never ever/never yes/no
	nobody/anyone confirmed/denied confirm/deny confirms/denies admitted/denied accept/reject accepted/rejected
	accepts/rejects agree/disagree agreed/refused agree/refuse true/false guilty/innocent`)

// pairs reads "a/b" both ways.
func pairs(list string) map[[2]string]bool {
	m := map[[2]string]bool{}
	for _, p := range strings.Fields(list) {
		a, b, _ := strings.Cut(p, "/")
		m[[2]string{a, b}], m[[2]string{b, a}] = true, true
	}
	return m
}

// negating prefixes: possible/impossible, safe/unsafe. "non" and "dis" as in
// nonviolent, disloyal.
var negPrefixes = []string{"un", "im", "in", "ir", "il", "dis", "non"}

// light words may accompany an added or dropped negator: "we do not want",
// "there is no need", "at all", "any longer"; French "ne" goes with its "pas".
var light = set(`do does did to any at all be been is are was were am has have had will would can could shall should may might must
	ever longer more either a an the in way means of yet ne`)

// reversals are the words after which a quotation cut short means something
// else. From the agencies' warnings about cutting before a condition.
var reversals = set(`but if not unless only except however though although yet until provided without never when because`)

// reversalReach is how many words after a cut are looked at for a reversal.
const reversalReach = 8

// expansions writes contractions out. Those with two readings list both.
var expansions = func() map[string][]string {
	m := map[string][]string{}
	for _, l := range strings.Split(strings.TrimSpace(`
can't=cannot|can not
won't=will not
shan't=shall not
ain't=is not|are not
let's=let us
cannot=can not
y'all=you all`), "\n") {
		k, v, _ := strings.Cut(l, "=")
		m[k] = strings.Split(v, "|")
	}
	for _, v := range strings.Fields("do does did is are was were would could should have has had must need might") {
		m[v+"n't"] = []string{v + " not"}
	}
	for _, p := range strings.Fields("i you he she it we they that there who what where here how") {
		m[p+"'ll"] = []string{p + " will", p + " shall"}
		m[p+"'d"] = []string{p + " would", p + " had"}
		m[p+"'s"] = []string{p + " is", p + " has"}
		m[p+"'re"] = []string{p + " are"}
		m[p+"'ve"] = []string{p + " have"}
	}
	m["i'm"] = []string{"i am"}
	return m
}()

// cueVerbs tell an attribution that stands between two parts of one quotation
// from a sentence of narration. The commonest forms in news.
var cueVerbs = set(`said says say told tells added adds asked asks replied replies answered answers wrote writes writing
	insisted insists warned warns argued argues explained explains continued continues recalled recalls noted notes
	stressed stresses declared declares announced announces stated states claimed claims admitted admits
	acknowledged acknowledges concluded concludes complained complains joked shouted cried whispered posted tweeted
	testified commented remarked observed pointed urged promised vowed pledged conceded predicted suggested according
	saying adding telling warning insisting arguing noting explaining shouting asking
	went thinks believes believed lamented pleaded quipped responded responding called read reads remembered`)

// abbreviations keep their dot inside a sentence.
var abbreviations = set(`mr mrs ms dr prof gen sen rep gov lt col maj sgt capt st mt jr sr no vs etc jan feb mar apr jun jul aug sep sept oct nov dec`)

package extract

import (
	"strings"
	"sync"
)

// use says how a verb of speech or belief can stand with what is said.
type use uint16

const (
	useThat   use = 1 << iota // T: a that-clause, with or without "that"
	useSame                   // S: after or before a quotation, also inverted: “…,” said Lind
	useTo                     // I: an infinitive: promised to
	useAddr                   // A: an addressee before the clause: told reporters that
	useObjTo                  // O: an object and an infinitive: urged Lind to
	useNoun                   // N: a noun phrase: described Lind as, rejected the claim
	useWh                     // Q: a question: asked whether
	useBelief                 // B: thought, not speech: believes, hopes
	useFind                   // F: a finding of a study or poll: shows, found
	useWeak                   // W: an act that need not be speech: only beside a quotation or clause
)

var useLetters = map[rune]use{'T': useThat, 'S': useSame, 'I': useTo, 'A': useAddr, 'O': useObjTo, 'N': useNoun, 'Q': useWh, 'B': useBelief, 'F': useFind, 'W': useWeak}

// cueVerb is a verb that can introduce what somebody said, wrote or thought.
type cueVerb struct {
	lemma string
	uses  use
	preps []string // prepositions that can introduce the content: accused of, called for
}

func (v *cueVerb) can(u use) bool { return v.uses&u != 0 }

// cueTable lists the verbs with their uses and, after a colon, the prepositions
// that introduce content. Compiled by hand from English usage (verbs of the
// communication and cognition classes of Levin 1993, chapters 29, 31, 33 and 37,
// and of the press style guides); no corpus was copied.
const cueTable = `
say TSQ:of
add TS
tell TASOQ:about,of
state TS
write TSQ:about,of
report TSN:on
announce TSN
note TSN
argue TS:for,against
claim TSIN
explain TSNQ
insist TS:on
assert TSN
allege TSN
contend TS
maintain TS
declare TSN
remark TS:on
observe TS
comment TS:on,about
mention TN
reply TS
respond TS
answer TS
counter TSN
retort TS
reiterate TSN
repeat TSN
recall TSNQ
recount TSNQ
relate TNQ
reveal TSNQ
disclose TNQ
divulge TNQ
confirm TSNQ
deny TSN
admit TSN:to
acknowledge TSN
concede TSN
confess TS:to
agree TSI:with,on,to
disagree S:with
concur TS:with
warn TASON:of,against,about
caution TASO:against
threaten TI
promise TASIN
pledge TSI
vow TSIN
swear TSI
assure TASN
reassure TAN
inform TAN:of,about
notify TAN:of
remind TASON:of
advise TASOI:against
suggest TSNQ
hint TS:at
imply TN
indicate TSNQ
signal TNQ
stress TSNQ
emphasize TSNQ
emphasise TSNQ
underline TSN
underscore TSNQ
highlight TSNQ
point TSN
complain TS:about,of
protest TS:against
object TS:to
lament TSN
bemoan TSN
boast TS:of,about
brag TS:about,of
joke TS:about
quip TS:about
tweet TSN:about
retweet N
post TSN
text TSA
email TSA
blog TS:about
testify TS:about,to
attest T:to
conclude TSN
predict TSNQ
forecast TSNQ
estimate TSN
speculate TSQ:about
theorize TS
theorise TS
hypothesize TS
posit TSN
surmise TS
guess TSQ
reckon TS
muse TS:about
wonder TSQ:about
ask SQAOIN:about,for
question SNQ
inquire SQ:about
enquire SQ:about
query SNQ
propose TSIN
recommend TSNO
demand TSIN
request TNO
urge TSON
implore SON
beg SOI
plead SIT:for,with
appeal SI:for,to
encourage ON
exhort SO
instruct TASO
order TON
command TSO
direct TO
call SN:for,on
describe N
characterize N
characterise N
portray N
depict N
dub N
brand N
label N
term N
deem N
liken N
compare N
refer :to
allude :to
cite N
quote N
speak :about,of,against
talk :about,of,up
discuss NQ
address W
voice N
express N
convey TN
praise N
hail N
laud N
applaud N
commend N
congratulate N
thank N
celebrate W
tout N
welcome N
endorse N
back NB
support NB
oppose NB
favor NB
favour NB
defend N
criticize N
criticise N
condemn N
denounce N
decry N
deplore N
slam NS
blast NS
bash NS
lambast N
lambaste N
deride N
ridicule N
mock N
taunt SN
chide SN
scold SN
rebuke N
reprimand N
berate N
attack N
assail N
rip NW
accuse N:of
blame N
fault N
charge TSN
dismiss N
reject N
refute N
rebut N
dispute TNQ
contest N
challenge NO
discredit N
disavow N
renounce N
rule T
apologize TS:for,to
apologise TS:for,to
proclaim TSN
profess TN
pronounce N
opine TS
elaborate S:on
expound :on
clarify TSNQ
specify TNQ
detail NQ
outline NQ
summarize SNQ
summarise SNQ
illustrate W
chant TSN
shout TSN
yell TSN
scream TSN
cry TS
exclaim TS
whisper TS
mutter TS
murmur TS
mumble TS
sing S
sigh S
laugh S
gush TS:about,over
enthuse TS:about
rave TS:about
rant TS:about,against
rail :against,at
fume TS
vent S
thunder TS
bellow TS
bark S
snap S
scoff S:at
sneer S
grumble TS:about
gripe TS:about
whine TS:about
interject TS
interrupt S
continue S
begin S
conclude TS
finish S
offer SINW
decline I
refuse I
volunteer TSI
beseech O
request NO
petition ON
lobby O
press W:for
push W:for
advocate N:for
campaign W:for,against
counsel TASO
lecture SN
preach TSN
teach W
pray T:for
bet T
wager T
attribute N
credit N
ascribe N
rate W
rank W
grade W
echo SN
chime S
parrot SN
second SN
read TSN
go S
start S
open S
close S
release N
issue N
publish N
react S:to
sniff S
jibe S
beam S
seethe S
rage S:about,against,at
storm S
snipe ST:at
reminisce S:about
demur S
deadpan S
crack S
tease SN
venture TS
marvel TS:at
prod SO
press SO
intone S
gloat TS:about
grin S
shrug S
smile S
nod S
chuckle S
giggle S
groan S
moan TS:about
wail S
sob S
shriek S
roar S
growl S
hiss S
stammer S
drawl S
gasp S
coo S
croon S
counsel S
confide TS
concede TS
bristle S:at
balk :at
vouch :for
retweet N
caution TS
clarify TS
correct SN
interpose S
offer S
inform TA
advise TA
allow T
hazard S
quote N
recite SN
sermonise S
sermonize S
swear TS
tout N
trumpet TN
unveil N
present W
list W
title N
headline N
name N
caption N
certify TN
verify TNQ
document TNQ
determine TNQ
decide TIQ
resolve TI
vote I:for
plan IB
intend IB
aim IB
mean BT
expect TIOBN
anticipate TBN
hope TIB:for
wish TIB
want IOB
desire IBN
like BWI
prefer IBN
love BWI
hate BWI
dislike BN
seek IBN
need BW
aspire IB
think TSB:of,about
believe TSBO:in
feel TSB:about
fear TSBN
worry TSB:about
suspect TBN
doubt TBNQ
assume TB
presume TB
suppose TB
imagine TBNQ
consider BNWQ
regard BNW
view NB
see BNW
perceive TNB
know TBQ
understand TBQ
realize TBQ
realise TBQ
recognize TBN
recognise TBN
learn TBQ:of,about
hear TBQ:of,about
remember TBSQ
forget TBQ
dream TB:of,about
trust TB
envision NB
foresee TNB
figure TSB
care BQ:about
regret TSBN
resent NB
appreciate NB
admire NB
respect NBW
accept TBNW
approve B:of
disapprove B:of
decide TIBQ
show TFQ
find TF
demonstrate TFQ
prove TF
suggest TSFNQ
discover TFQ
detect FW
reflect FW
record FW
project TFN
calculate TF
compute TF
`

// irregularForms are the forms that the rules of inflection miss.
var irregularForms = map[string]string{
	"said": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear", "thought": "think", "felt": "feel",
	"found": "find", "shown": "show", "began": "begin", "begun": "begin", "spoke": "speak", "spoken": "speak", "knew": "know", "known": "know",
	"sang": "sing", "sung": "sing", "understood": "understand", "sought": "seek", "saw": "see", "seen": "see", "foresaw": "foresee", "foreseen": "foresee",
	"heard": "hear", "meant": "mean", "taught": "teach", "learnt": "learn", "dreamt": "dream", "went": "go", "gone": "go", "pled": "plead", "forgot": "forget",
	"forgotten": "forget", "proven": "prove", "besought": "beseech", "bet": "bet",
}

// doubled are the verbs whose last consonant doubles: admitted, quipping.
var doubled = set(`admit quip dub slam beg plan chat brag rip refer submit forget begin bet rebut recap rap`)

// cueForms maps every form of the verbs in cueTable to its verb.
var cueForms = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	for line := range strings.Lines(cueTable) {
		lemma, classes, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		classes, preps, _ := strings.Cut(classes, ":")
		v := m[lemma]
		if v == nil {
			v = &cueVerb{lemma: lemma}
		}
		for _, c := range classes {
			v.uses |= useLetters[c]
		}
		if preps != "" {
			v.preps = append(v.preps, strings.Split(preps, ",")...)
		}
		for _, f := range inflect(lemma) {
			m[f] = v
		}
	}
	for form, lemma := range irregularForms {
		if v := m[lemma]; v != nil {
			m[form] = v
		}
	}
	return m
})

// inflect returns the regular forms of an English verb.
func inflect(v string) []string {
	last := v[len(v)-1]
	switch {
	case doubled[v]:
		return []string{v, v + "s", v + string(last) + "ed", v + string(last) + "ing"}
	case last == 'e' && strings.HasSuffix(v, "ee"):
		return []string{v, v + "s", v + "d", v + "ing"}
	case last == 'e':
		return []string{v, v + "s", v + "d", v[:len(v)-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeo", rune(v[len(v)-2])):
		return []string{v, v[:len(v)-1] + "ies", v[:len(v)-1] + "ied", v + "ing"}
	case last == 's', last == 'x', strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"):
		return []string{v, v + "es", v + "ed", v + "ing"}
	case last == 'o':
		return []string{v, v + "es", v + "ed", v + "ing"}
	}
	return []string{v, v + "s", v + "ed", v + "ing"}
}

// unmistakable forms count as verbs of speech whatever tag they were given.
var unmistakable = set(`say said says told added adding saying tweeted insisted`)

// cueNouns can carry a that-clause: "her claim that …". Compiled by hand.
var cueNouns = set(`claim claims allegation allegations assertion assertions statement belief view accusation accusations suggestion suggestions
 warning warnings announcement promise pledge vow prediction predictions argument arguments contention insistence admission acknowledgment
 acknowledgement concern concerns fear fears hope hopes report reports rumor rumors rumour rumours suspicion suspicions complaint complaints
 denial opinion conviction confidence speculation finding findings conclusion declaration revelation remark remarks comment comments
 assurance assurances threat threats proposal demand demands notion doubts doubt estimate estimates testimony`)

// cueAdjectives of mind can carry a clause: "is confident that". Compiled by hand.
var cueAdjectives = set(`confident convinced certain sure adamant worried concerned afraid hopeful optimistic pessimistic aware skeptical sceptical doubtful
 proud sorry glad pleased surprised disappointed sad angry clear emphatic insistent`)

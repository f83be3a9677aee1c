package anchor

import "strings"

// The word lists behind sense.go, folded as diff.Token.Norm folds them: units
// from the news agencies' style guides, closed classes from grammars of English,
// and opposites as reporting of conflicts, courts, votes and markets uses them.

// units maps what stands behind or in front of a number to what it measures in.
var units = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`percent: percent cent % pc
percentage: percentage
point: point points
dollar: $ dollar dollars usd
euro: € euro euros eur
pound: £ pound pounds gbp sterling
yen: ¥ yen yuan
rouble: rouble roubles ruble rubles ₽
hryvnia: hryvnia hryvnias ₴
rupee: rupee rupees ₹
shekel: shekel shekels ₪
lira: lira liras ₺
crown: crown crowns krona kronor kroner krone
franc: franc francs
peso: peso pesos
real: reais
naira: naira
rand: rand
cents: cents penny pence
mm: millimetre millimetres millimeter millimeters mm
cm: centimetre centimetres centimeter centimeters cm
m: metre metres meter meters
km: kilometre kilometres kilometer kilometers km
inch: inch inches
foot: foot feet ft
yard: yard yards
mile: mile miles
hectare: hectare hectares
acre: acre acres
gram: gram grams
kg: kilogram kilograms kg kilo kilos
tonne: tonne tonnes ton tons
ounce: ounce ounces
litre: litre litres liter liters
gallon: gallon gallons
barrel: barrel barrels
celsius: celsius centigrade
fahrenheit: fahrenheit
second: seconds
minute: minute minutes
hour: hour hours hourly
day: day days daily
week: week weeks weekly
month: month months monthly
year: year years yearly annually
decade: decade decades
century: century centuries
watt: watt watts
kilowatt: kilowatt kilowatts
megawatt: megawatt megawatts
gigawatt: gigawatt gigawatts`, "\n") {
		name, forms, _ := strings.Cut(line, ": ")
		for _, f := range strings.Fields(forms) {
			m[f] = name
		}
	}
	return m
}()

// calendar are the names of days and months; they have a capital.
var calendar = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
 august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
 easter christmas ramadan`)

// times are days and times of day without a name.
var times = words(`today yesterday tomorrow tonight noon midday midnight morning afternoon evening night overnight dawn dusk
 sunrise sunset am pm`)

// nearness tells one week, month or Friday from another.
var nearness = words(`last this next past previous coming following`)

// periods are what nearness is told of.
var periods = words(`week weekend fortnight month quarter season year decade century morning afternoon evening night spring summer
 autumn fall winter time term session election cycle`)

// tenses are the auxiliaries that put a statement into the present or the past.
var tenses = map[string]string{
	"is": "present", "are": "present", "am": "present", "'re": "present", "was": "past", "were": "past",
	"has": "has", "have": "has", "'ve": "has", "had": "had", "does": "does", "do": "does", "did": "did",
}

// conditions make a statement hold only sometimes, or not for all.
var conditions = words(`unless if except excepting excluding barring provided providing notwithstanding`)

// turning are the prefixes that make a word its opposite.
var turning = words(`un in im il ir dis non non- de anti-`)

// countless end the search for what a number counts: the function words a noun
// phrase does not go on behind.
var countless = words(`of in on at to for from with by and or but the a an as than were was is are had has have who that which`)

// poles numbers the lines opposites lie on: the words of a line's one end have
// its number, those of the other the same number below zero.
var poles = func() map[string][]int {
	m := map[string][]int{}
	for k, line := range strings.Split(`rise rises rose rising risen raise raised raises increase increases increased increasing up grow grows grew grown growth gain gains gained climb climbed higher jump jumped surged | fall falls fell falling fallen lower lowered decrease decreases decreased decreasing down shrink shrinks shrank decline declines declined drop drops dropped reduce reduced cut cuts plunged
more greater larger bigger | less fewer smaller
above over beyond | below under beneath
before earlier | after later
first | last final
start starts started begin begins began begun open opens opened opening reopen reopened | end ends ended stop stops stopped close closes closed closing shut
win wins won winning victory | lose loses lost losing defeat
accept accepts accepted approve approves approved approving agree agrees agreed endorse endorsed back backed support supports supported | reject rejects rejected rejecting refuse refuses refused oppose opposes opposed block blocked veto vetoed
confirm confirms confirmed | deny denies denied dispute disputes disputed
allow allows allowed permit permits permitted | ban bans banned forbid forbidden prohibit prohibited prevent prevented
guilty convicted convict | innocent acquitted acquit cleared
accuse accused accuses charged | clear cleared exonerated
legal lawful | illegal unlawful
true right correct | false wrong incorrect
alive survived survive survives surviving living | dead died killed die dies missing
missing | dead found killed
injured wounded hurt | killed dead died
safe | dangerous unsafe
possible | impossible
able | unable
include includes included including | exclude excludes excluded excluding except
enter entered join joined joins arrive arrived stay stays stayed remain remained return returned | leave leaves left quit quits withdraw withdrew depart departed
release released releases freed | arrest arrested detain detained jailed hold held
attack attacks attacked attacking | defend defends defended defending
ally allies friend friends | enemy enemies rival rivals
buy buys bought | sell sells sold
lend lent | borrow borrowed
import imports imported | export exports exported
double doubled doubles triple | halve halved halves
maximum most | minimum least
majority | minority
success succeeded succeed succeeds | failure failed fail fails
pass passes passed | failed fail fails rejected
profit profits | loss losses
surplus | deficit
hire hired | fire fired sacked dismissed
public | private secret
always | never
everyone everybody everything all | nobody nothing none
north northern | south southern
east eastern | west western
left | right
best better improve improved improves | worst worse worsen worsened
strong stronger strengthened | weak weaker weakened
early | late
old older | young younger new
male man men boy boys | female woman women girl girls
keep keeps kept retain retained | drop dropped abandon abandoned scrap scrapped
impose imposed imposes | lift lifted lifts
praise praised praises welcomed | criticise criticised criticize criticized condemned condemn
with | without
for | against
sure certain | doubtful uncertain
routine | unusual
independent | dependent
voluntary voluntarily | forced forcibly
deliberate deliberately intentional | accidental accidentally
present | absent
civilian civilians | military soldiers fighters combatants militants`, "\n") {
		a, b, _ := strings.Cut(line, " | ")
		for _, w := range strings.Fields(a) {
			m[w] = append(m[w], k+1)
		}
		for _, w := range strings.Fields(b) {
			m[w] = append(m[w], -k-1)
		}
	}
	return m
}()

package extract

import "strings"

// unitKind is what a unit measures.
type unitKind uint8

const (
	noUnit unitKind = iota
	unitMoney
	unitPercent
	unitTime
	unitMeasure // length, weight, area, volume, speed, energy, data
	unitTemperature
	unitCount // times, points
)

// unit is the canonical, singular name of what a number measures.
type unit struct {
	name string
	kind unitKind
}

// units maps the written forms of units, in lower case, to their names. Names
// are spelled out in the singular; sources: the SI brochure's units accepted for
// use, ISO 4217 names, and everyday English. Forms of one or two letters count
// only against digits (see unitAt).
var units = unitTable(map[unitKind]string{
	unitMoney: `dollar: dollars dollar bucks buck usd us$ musd|euro: euros euro eur meur|pound sterling: sterling gbp quid mgbp|pound: pounds|cent: cents cent|
		penny: pence penny pennies|japanese yen: yen jpy|chinese yuan: yuan rmb renminbi cny kuai 元|rupee: rupees rupee|indian rupee: inr|pakistani rupee: pkr|
		ruble: rubles ruble roubles rouble rub|hryvnia: hryvnia hryvnias hryvnya uah|turkish lira: try|lira: lira liras lire|swiss franc: chf|franc: francs franc|mark: marks deutschmarks|
		peso: pesos peso|peseta: pesetas peseta|krona: kronor krona|krone: kroner krone|shekel: shekels shekel ils|rand: zar|naira: naira ngn|
		riyal: riyals riyal sar|rial: rials rial|dirham: dirhams dirham aed|dinar: dinars dinar|zloty: zloty zlotys pln|forint: forint forints huf|koruna: korunas koruna czk|
		ringgit: ringgit myr|baht: baht thb|rupiah: rupiah idr|taka: taka bdt|cedi: cedis cedi|australian dollar: aud maud a$ au$|canadian dollar: cad c$ ca$|hong kong dollar: hkd hk$|
		new zealand dollar: nzd nz$|singapore dollar: sgd s$|mexican peso: mxn mex$|brazilian real: brl r$ reais|south korean won: krw|bitcoin: bitcoin bitcoins btc|satoshi: satoshi satoshis|
		guilder: guilders guilder|markka: markka|escudo: escudos escudo|drachma: drachmas drachma|lari: lari|kip: kip|colón: colones colón|crown: crowns|birr: birr|shilling: shillings shilling|real: real`,
	unitPercent: `percentage: % percent pct pc procent percentage|percentage point: pp|basis point: bps bp`,
	unitTime: `second: seconds second sec secs|minute: minutes minute min mins|hour: hours hour hr hrs|day: days day|week: weeks week|fortnight: fortnight fortnights|month: months month|
		quarter: quarters|year: years year yr yrs|decade: decades decade|century: centuries century|millisecond: milliseconds millisecond ms|night: nights`,
	unitMeasure: `metre: metres metre meters meter m|kilometre: kilometres kilometre kilometers kilometer km kms|centimetre: centimetres centimetre centimeters centimeter cm|
		millimetre: millimetres millimetre millimeters millimeter mm|decimetre: decimetre decimetres decimeter decimeters dm|picometre: picometre picometer picometers pm|nanometre: nanometre nanometres nanometers nanometer nm|micrometre: micrometre micrometres μm µm|
		mile: miles mile mi|nautical mile: nmi|yard: yards yard yd yds|foot: feet foot ft|inch: inches inch in "|light year: lightyears light-years|league: leagues|
		hectare: hectares hectare ha|acre: acres acre|square metre: m2 m² sqm|square kilometre: km2 km² sqkm|square foot: sqft sq.ft|square mile: mi2|cubic metre: m3 m³|
		kilogram: kilograms kilogram kilogrammes kilogramme kg kgs kilo kilos|gram: grams gram grammes gramme g|milligram: milligrams milligram mg|microgram: micrograms microgram microgrammes μg µg mcg|
		metric ton: tonnes tonne t|ton: tons ton|kiloton: kilotons kiloton|megaton: megatons megaton|pound-mass: lbs lb|ounce: ounces ounce oz|stone: |carat: carats carat|quintal: quintals quintal|
		litre: litres litre liters liter l|millilitre: millilitres millilitre milliliters milliliter ml|gallon: gallons gallon gal|barrel: barrels barrel bbl|pint: pints pint|quart: quarts quart|
		tablespoon: tablespoons tablespoon tbsp|teaspoon: teaspoons teaspoon tsp|cup: cups cup|dram: drachma drams dram|bushel: bushels bushel|
		kilometre per hour: kph km/h kmph kmh|mile per hour: mph|knot: knots knot|metre per second: m/s|mach: |
		watt: watts watt w|kilowatt: kilowatts kilowatt kw|megawatt: megawatts megawatt mw|gigawatt: gigawatts gigawatt gw|kilowatt hour: kwh|megawatt hour: mwh|terawatt hour: twh|
		joule: joules joule|calorie: calories calorie|kilocalorie: kcal|volt: volts volt v|ampere: amps amperes|horsepower: horsepower hp bhp|
		hertz: hertz hz|kilohertz: khz|megahertz: mhz|gigahertz: ghz|decibel: decibels decibel db|bit: bits bit|byte: bytes byte|kilobyte: kb kilobytes kilobyte|megabyte: megabytes megabyte mb|
		gigabyte: gigabytes gigabyte gb|terabyte: terabytes terabyte tb|megabit: megabits megabit|gigabit: gigabits gigabit|pixel: pixels|megapixel: megapixels megapixel|
		degree: degrees degree deg °|radian: radians radian rad|pascal: pascals|hectopascal: hpa|bar: |millibar: millibars millibar mb|sievert: sieverts sievert|becquerel: becquerels|
		hectolitre: hectolitres hectolitre|megalitre: megalitres megalitre|turn: turns turn|calibre: `,
	unitTemperature: `celsius: celsius centigrade °c ℃|fahrenheit: fahrenheit °f ℉|kelvin: kelvin`,
	unitCount:       `count: times|point: points point`,
})

// Forms that many writers get wrong.
func init() {
	units["celcius"] = units["celsius"]      //nolint:misspell // as it is often written
	units["farenheit"] = units["fahrenheit"] //nolint:misspell // as it is often written
}

func unitTable(src map[unitKind]string) map[string]unit {
	out := map[string]unit{}
	for kind, list := range src {
		for _, entry := range strings.Split(list, "|") {
			name, forms, _ := strings.Cut(strings.TrimSpace(entry), ":")
			for _, f := range strings.Fields(forms) {
				if _, taken := out[f]; !taken || kind == unitMeasure {
					out[f] = unit{name, kind}
				}
			}
		}
	}
	return out
}

// shortUnits are forms that are words or letters elsewhere: they count only when
// they touch the digits, or after digits in the case given.
var shortUnits = map[string]bool{"m": true, "g": true, "t": true, "l": true, "v": true, "w": true, "in": true, "ha": true, "mi": true,
	"ms": true, "pm": true, "mb": true, "min": true, "mins": true, "sec": true, "try": true, "pc": true, "pp": true, "cup": true, "a": true, "\"": true, "gal": true, "kip": true, "dm": true, "real": true, "rub": true}

// currencySigns and currencyCodes stand before a number.
var currencySigns = map[rune]string{'$': "dollar", '€': "euro", '£': "pound sterling", '¥': "japanese yen", '₹': "indian rupee", '₽': "ruble", '₴': "hryvnia",
	'₩': "south korean won", '₺': "turkish lira", '₪': "shekel", '₦': "naira", '₱': "peso", '₫': "dong", '₡': "costa rican colón", '₾': "georgian lari", '₭': "lao kip",
	'₿': "bitcoin", '฿': "baht", '＄': "dollar", '￡': "pound sterling", '￥': "japanese yen", '₵': "cedi", '₸': "tenge", '₮': "tugrik", '元': "chinese yuan"}

func isCurrencySign(r rune) bool { return r > 0 && currencySigns[r] != "" }

var currencyCodes = set(`usd eur gbp jpy cny rmb inr pkr aud cad hkd nzd sgd mxn chf sek nok dkk pln uah rub try brl zar krw ngn kes ghs egp aed sar ils thb idr myr php vnd bdt lkr
	rs rs. nrs us$ a$ c$ ca$ au$ hk$ nz$ s$ mex$ musd meur mgbp maud sen dollar nis ksh sh`)

// currencyCodeName gives the names of codes that units does not list.
var currencyCodeName = map[string]string{"rs": "rupee", "rs.": "rupee", "sek": "swedish krona", "nok": "norwegian krone", "dkk": "danish krone", "kes": "kenyan shilling", "ksh": "kenyan shilling",
	"sh": "shilling", "ghs": "cedi", "egp": "egyptian pound", "php": "philippine peso", "vnd": "dong", "lkr": "sri lankan rupee", "nrs": "nepalese rupee", "sen": "sen", "nis": "shekel", "dollar": "dollar", "maud": "australian dollar"}

// dollarOf names the dollar, peso or real by the letters before the sign.
var dollarOf = map[string]string{"us": "dollar", "u.s": "dollar", "usd": "dollar", "a": "australian dollar", "au": "australian dollar", "aud": "australian dollar", "c": "canadian dollar", "ca": "canadian dollar",
	"cad": "canadian dollar", "can": "canadian dollar", "hk": "hong kong dollar", "hkd": "hong kong dollar", "nz": "new zealand dollar", "nzd": "new zealand dollar", "s": "singapore dollar", "sgd": "singapore dollar", "nt": "taiwan dollar",
	"mex": "mexican peso", "mxn": "mexican peso", "r": "brazilian real", "brl": "brazilian real", "e": "egyptian pound", "j": "jamaican dollar", "tt": "trinidad dollar", "n": "namibian dollar", "z": "zimbabwean dollar"}

// currencyAdjectives turn a plain currency noun into one country's.
var currencyAdjectives = map[string]string{"us": "", "u.s": "", "u.s.": "", "american": "", "australian": "australian", "canadian": "canadian", "zealand": "new zealand", "kong": "hong kong", "singapore": "singapore",
	"turkish": "turkish", "swiss": "swiss", "chinese": "chinese", "japanese": "japanese", "mexican": "mexican", "indian": "indian", "pakistani": "pakistani", "finnish": "finnish", "dutch": "dutch", "swedish": "swedish",
	"norwegian": "norwegian", "danish": "danish", "russian": "russian", "ukrainian": "ukrainian", "egyptian": "egyptian", "syrian": "syrian", "lebanese": "lebanese", "iraqi": "iraqi", "kuwaiti": "kuwaiti", "jordanian": "jordanian",
	"saudi": "saudi", "sri": "sri lankan", "nepalese": "nepalese", "kenyan": "kenyan", "ugandan": "ugandan", "tanzanian": "tanzanian", "philippine": "philippine", "colombian": "colombian", "chilean": "chilean", "argentine": "argentine",
	"british": "", "french": "french", "belgian": "belgian", "german": "german", "italian": "italian", "polish": "polish", "czech": "czech"}

// UnitName is the name of the unit a lower-case word or sign stands for: km and
// kilometres are "kilometre"; "" where it is none.
func UnitName(low string) string { return units[low].name }

func isTimeUnit(lower string) bool { return units[lower].kind == unitTime }

package match

import (
	"slices"
	"strings"
)

// Two numbers tell the same only if they are of one measure, sales or profit, and in one
// unit, dollars or euros. Another measure or unit makes it another thing.

// measureNames are the names of what news gives numbers of, where one report names
// several side by side: a line each, the same measure under its many words.
var measureNames = classes(`
sales revenue revenues turnover
profit profits earnings surplus
loss losses deficit
debt debts borrowing
exports export
imports import
wages wage salary salaries pay
rent rents
inflation prices price
unemployment jobless joblessness
employment
vacancies
turnout
taxes tax levy
subsidies subsidy
budget
`)

// classes numbers the lines of a list from 1.
func classes(list string) map[string]int {
	m := map[string]int{}
	for i, l := range strings.Split(strings.TrimSpace(list), "\n") {
		for _, w := range strings.Fields(l) {
			m[w] = i + 1
		}
	}
	return m
}

// classesOf are the classes of words that a table has.
func classesOf(ws []word, table map[string]int) []int {
	var out []int
	for _, w := range ws {
		if n := table[bareName(w)]; n > 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// otherMeasure reports whether two numbers are told of different measures.
func otherMeasure(a, b *quantity) bool {
	return len(a.measures) > 0 && len(b.measures) > 0 && !slices.ContainsFunc(a.measures, func(n int) bool { return slices.Contains(b.measures, n) })
}

// measureOf reads of which measure a number is: what its own words name, or what the
// number before it is of, from or to which it went.
func (q *quantity) measureOf(lead []word, before *quantity) {
	q.measures = classesOf(q.near, measureNames)
	if len(q.measures) == 0 && before != nil && len(lead) > 0 && before.sentence == q.sentence && (lead[0].norm == "to" || lead[0].norm == "at" || q.former) {
		q.measures = before.measures // sales rose 12 per cent to $3.4bn
	}
}

// rates are the measures that are themselves a change.
var rates = set("inflation growth")

// currencies are the names of money, by the codes and the words of its units.
var currencies = func() map[string]string {
	m := map[string]string{"usd": "dollar", "aud": "dollar", "cad": "dollar", "hkd": "dollar", "nzd": "dollar", "eur": "euro", "gbp": "pound", "jpy": "yen",
		"cny": "yuan", "chf": "franc", "inr": "rupee", "rub": "ruble", "uah": "hryvnia", "try": "lira"}
	for _, w := range strings.Fields("dollar euro pound yen yuan rupee ruble hryvnia lira franc mark peso krona krone shekel rand naira riyal rial dirham dinar zloty forint koruna crown birr shilling florin") {
		m[w] = w
	}
	return m
}()

package newsgen

import (
	"math"
	"strconv"
	"strings"
)

// zipf draws a rank below n: rank k about as often as 1/(k+1).
func (s *story) zipf(n int) int {
	return min(int(math.Exp(s.r.Float64()*math.Log(float64(n)+1)))-1, n-1)
}

func (s *story) pick(list []string) string { return list[s.r.IntN(len(list))] }

func (s *story) person() string {
	return firstNames[s.zipf(len(firstNames))] + " " + lastNames[s.zipf(len(lastNames))]
}

// word draws a word of the vocabulary that is not among its commonest.
func (s *story) word() string { return vocabulary[120+s.zipf(len(vocabulary)-120)] }

func (s *story) headlineText() string {
	switch s.toll % 3 {
	case 0:
		return capital(s.event) + " in " + s.place + " kills " + strconv.Itoa(s.toll)
	case 1:
		return strconv.Itoa(s.toll) + " dead after " + s.event + " in " + s.place + ", " + s.origin + " say"
	}
	return capital(s.event) + " hits " + s.place + ": " + strconv.Itoa(s.toll) + " killed"
}

// lead is the sentence that states the toll.
func (s *story) lead() string {
	hedge := []string{"", "at least ", "more than ", "about ", "at least "}[s.toll%5]
	return capital(hedge+count(s.toll)) + " people were killed in " + article(s.event) + " in " + s.place + " on " +
		weekdays[s.toll%len(weekdays)] + ", " + s.origin + " said."
}

// paragraph writes one to three sentences.
func (s *story) paragraph(n int) string {
	var out []string
	for k := s.r.IntN(3); k >= 0; k-- {
		switch x := s.r.IntN(20); {
		case x < 2:
			out = append(out, s.tollSentence())
		case x < 5:
			out = append(out, s.quote(n))
		default:
			out = append(out, s.plain())
		}
	}
	return strings.Join(out, " ")
}

func (s *story) tollSentence() string {
	n := count(1 + s.zipf(400))
	switch s.r.IntN(4) {
	case 0:
		return capital(n) + " others were wounded, " + s.origin + " said."
	case 1:
		return "Rescue workers in " + s.pick(places[:]) + " said " + n + " people were still missing."
	case 2:
		return capital(s.origin) + " put the number of displaced at about " + n + " hundred."
	}
	return "The hospital in " + s.place + " treated " + n + " patients with " + s.word() + " injuries."
}

func (s *story) quote(n int) string {
	who := s.speaker
	if n > 3 && s.r.IntN(2) == 0 {
		who = s.person()
	}
	said := capital(s.clause(6 + s.r.IntN(12)))
	switch s.r.IntN(3) {
	case 0:
		return "“" + said + ",” " + s.title + " " + who + " said."
	case 1:
		return who + ", " + article(s.title) + ", told reporters: “" + said + ".”"
	}
	return "\"" + said + ",\" said " + who + ". \"" + capital(s.clause(5+s.r.IntN(9))) + ".\""
}

// plain is a sentence without a fact to check.
func (s *story) plain() string {
	out := capital(s.clause(8 + s.r.IntN(18)))
	if s.r.IntN(6) == 0 {
		out += " in " + s.place
	}
	return out + "."
}

// clause strings words together as often as words occur.
func (s *story) clause(n int) string {
	var b strings.Builder
	last := ""
	for i := 0; i < n; i++ {
		w := vocabulary[s.zipf(len(vocabulary))]
		if w == last {
			w = s.word()
		}
		if i > 0 {
			if i == n/2 && n > 12 {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		b.WriteString(w)
		last = w
	}
	return b.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func article(s string) string {
	if strings.ContainsRune("aeiou", rune(s[0])) {
		return "an " + s
	}
	return "a " + s
}

// count writes small numbers as news does: in words up to ten.
func count(n int) string {
	if n <= 10 {
		return smallNumbers[n]
	}
	return strconv.Itoa(n)
}

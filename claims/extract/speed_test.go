package extract_test

import (
	"strings"
	"testing"

	"stet/claims/extract"
)

// article is about 800 words of news-shaped text with every kind of quote and
// several figures; it stands for what an archive holds.
var article = strings.Repeat(`The mayor of Norrby, Ola Lind, said on Thursday that at least 12 people had been killed when a ferry hit the harbour wall.

“We have lost neighbours and friends,” Lind told reporters. “Nobody here will forget this day.”

According to the fire service, 34 others were injured, including three children, and two remain missing. The operator, Coast Lines, called the accident “a tragedy without precedent”, adding that it was working with investigators.

Mira Solberg, a nurse who was on board, said she heard a loud bang before the lights went out. “People were shouting and running,” she said. “Then the water came.”

The transport minister, who arrived on Friday, urged the company to publish its maintenance records and promised an inquiry. Shares in Coast Lines fell 12 per cent to $3.40.

`, 6)

func BenchmarkEverything(b *testing.B) {
	b.ReportAllocs()
	words := len(strings.Fields(article))
	for b.Loop() {
		d := extract.Analyse(article, extract.Meta{})
		extract.Propose(d)
		d.CheckWorthy()
	}
	b.ReportMetric(float64(words), "words/op")
}

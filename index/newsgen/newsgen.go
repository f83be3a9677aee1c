// Package newsgen writes invented news for tests and benchmarks: the same
// articles on every machine, from a seed and a number, with nothing real in
// them but the words.
//
// What it imitates is what search and extraction are sensitive to: a vocabulary
// of [Vocabulary] words used as often as words are (Zipf), 150 to 800 words an
// article, paragraphs of one to three sentences, datelines, tolls with hedges
// and attributions, direct quotes with speakers, outlets of unequal size, dates
// over two years. It does not imitate meaning.
package newsgen

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"stet/index/source"
)

// Vocabulary is the number of distinct words articles are written with.
const Vocabulary = 30_000

// Seed is the seed of the package-level functions.
const Seed = 1

// Article writes article i, i ≥ 0, in its first version.
func Article(i int) (source.Article, source.Version, source.Text) { return Gen{Seed}.Article(i) }

// Raw writes article i as a plain text file: a name and its bytes.
func Raw(i int) (name string, data []byte) { return Gen{Seed}.Raw(i) }

// Gen writes articles from a seed.
type Gen struct{ Seed uint64 }

// Article writes article i, i ≥ 0, in its first version.
func (g Gen) Article(i int) (source.Article, source.Version, source.Text) { return g.Revision(i, 1) }

// Revision writes version n ≥ 1 of article i: the same article with a higher
// toll and, from the second version on, a paragraph more.
func (g Gen) Revision(i, n int) (source.Article, source.Version, source.Text) {
	s := g.story(i)
	for v := 2; v <= n; v++ {
		s.revise(v)
	}
	id := ID(i)
	t := s.text()
	published := start.Add(time.Duration(i) * every)
	url := "https://" + strings.ReplaceAll(strings.ToLower(s.outlet), " ", "-") + ".example/" + slug(s.headline0) + "-" + string(id)
	a := source.Article{ID: id, Outlet: s.outlet, URL: url, Role: source.Material}
	v := source.Version{
		ID: source.VersionID{Article: id, N: n}, Headline: s.headline, Byline: s.byline, Dateline: s.dateline,
		Outlet: s.outlet, URL: url, Lang: "en", Published: published, Captured: published.Add(time.Duration(n) * time.Hour),
		Origin: name(i), Original: source.HashOf([]byte(t.Body)), Size: int64(len(t.Body)), Text: source.HashOf([]byte(t.Body)),
		Words: len(strings.Fields(t.Body)), Reader: "newsgen/1",
	}
	if n > 1 {
		v.Modified = published.Add(time.Duration(n-1) * time.Hour)
	}
	return a, v, t
}

// Raw writes article i as a plain text file.
func (g Gen) Raw(i int) (string, []byte) {
	s := g.story(i)
	var b strings.Builder
	b.WriteString(s.headline + "\n\nBy " + s.byline + "\n\n")
	for k, p := range s.paragraphs {
		if k > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p)
	}
	b.WriteByte('\n')
	return name(i), []byte(b.String())
}

// ID is the identifier of article i: five letters and digits.
func ID(i int) source.ArticleID {
	s := strconv.FormatInt(int64(i)+36*36*36*36*10, 36) // five digits for the first 43 million
	return source.ArticleID(s)
}

// The first article's time, and the time between two: 20,000 articles cover
// about 16 months.
var start = time.Date(2024, 1, 2, 6, 0, 0, 0, time.UTC)

const every = 35 * time.Minute

func name(i int) string { return fmt.Sprintf("story-%06d.txt", i) }

// story is an article before it is set.
type story struct {
	r                    *rand.Rand
	outlet, byline       string
	dateline             string
	headline, headline0  string
	place, event, origin string
	speaker, title       string
	toll                 int
	paragraphs           []string
}

func (g Gen) story(i int) *story {
	s := &story{r: rand.New(rand.NewPCG(g.Seed, uint64(i)))}
	s.outlet = outlets[int(math.Pow(s.r.Float64(), 2)*float64(len(outlets)))]
	s.byline = s.person()
	s.place = places[s.zipf(len(places))]
	s.dateline = strings.ToUpper(s.place)
	s.event = events[s.r.IntN(len(events))]
	s.origin = origins[s.r.IntN(len(origins))]
	s.speaker, s.title = s.person(), titles[s.r.IntN(len(titles))]
	s.toll = 2 + s.zipf(180)
	s.headline = s.headlineText()
	s.headline0 = s.headline
	want := 150 + s.r.IntN(651)
	s.paragraphs = []string{s.dateline + " (" + s.outlet + ") – " + s.lead()}
	for n := words(s.paragraphs[0]); n < want; {
		p := s.paragraph(len(s.paragraphs))
		n += words(p)
		s.paragraphs = append(s.paragraphs, p)
	}
	return s
}

func words(s string) int { return strings.Count(s, " ") + 1 }

// revise raises the toll and adds a paragraph.
func (s *story) revise(version int) {
	s.toll += version
	s.headline = s.headlineText()
	s.paragraphs[0] = s.dateline + " (" + s.outlet + ") – " + s.lead()
	s.paragraphs = append(s.paragraphs, s.paragraph(len(s.paragraphs)))
}

// text sets the story: headline, then paragraphs, one empty line between.
func (s *story) text() source.Text {
	t := source.Text{Body: s.headline}
	t.Marks = append(t.Marks, source.Mark{Span: source.Span{End: len(s.headline)}, Kind: source.MarkHeadline})
	at := len(t.Body) + 2
	t.Marks = append(t.Marks, source.Mark{Span: source.Span{Start: at, End: at + len(s.dateline)}, Kind: source.MarkDateline})
	t.Body += "\n\n" + strings.Join(s.paragraphs, "\n\n")
	return t
}

func slug(headline string) string {
	return strings.ReplaceAll(strings.ToLower(headline), " ", "-")
}

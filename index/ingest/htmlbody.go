package ingest

import (
	"slices"
	"strings"
)

// Bodies shorter than shortBody words are suspicious; a declared body must be
// longer than readability's by longerBody to replace it; a paragraph that was
// left out is worth a warning from lostWords words on.
const (
	shortBody  = 60
	longerBody = 1.5
	lostWords  = 12
)

// body chooses the words of the article: readability's, or where that found
// next to nothing the page's <article>, <main> or all of it, or the body that
// the page declares in its metadata.
func (d *Document) body(p *page, ld linked, x extract) []block {
	own := p.article(x.blocks)
	blocks := p.within(x.blocks)
	n := count(blocks)
	if n < shortBody {
		if k := count(own); k > n+n/2 {
			why := x.problem
			if why == "" {
				why = "the page's article could not be told from its surroundings"
			}
			d.warn("%s: check the text for words that are not part of it", why)
			blocks, n = own, k
		}
	}
	if ld.body != "" {
		declared := declaredBody(ld.body)
		if k := count(declared); float64(k) > longerBody*float64(n) {
			d.warn("the page shows %d words of the article, its metadata holds %d: those were taken", n, k)
			return d.side(p, ld, declared)
		}
	}
	if said := p.errorPage(); n < shortBody && said != "" {
		d.warn("the page says “%s”: it looks like what a server shows when there is no article", said)
	} else if n < shortBody {
		d.warn("the article body is suspiciously short (%d words): the page may be a teaser, or built by a script when it is shown", n)
	} else {
		d.lost(blocks, own)
	}
	return d.side(p, ld, p.standfirst(blocks))
}

func count(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += words(b.text)
	}
	return n
}

// declaredBody parts a JSON-LD articleBody into paragraphs.
func declaredBody(s string) []block {
	if strings.Contains(s, "</p>") {
		return htmlFragment(s)
	}
	var out []block
	for _, p := range paragraphs(splitLines(s)) {
		out = append(out, block{text: p})
	}
	return out
}

// article gives the page's own article: the <article> that shares most words
// with what readability found (the longest, if it found nothing), else <main>,
// else everything outside navigation and footers.
func (p *page) article(found []block) []block {
	have := map[string]bool{}
	for _, b := range found {
		have[key(b.text)] = true
	}
	shared, length := map[int]int{}, map[int]int{}
	best, mains := 0, 0
	for _, b := range p.blocks {
		if b.side {
			continue
		}
		if b.main {
			mains += words(b.text)
		}
		length[b.article] += words(b.text)
		if have[key(b.text)] {
			shared[b.article] += words(b.text)
		}
	}
	for i := 1; i <= len(p.blocks) && i <= maxArticles; i++ {
		if best == 0 && length[i] > 0 || shared[i] > shared[best] || shared[i] == shared[best] && length[i] > length[best] {
			best = i
		}
	}
	var out []block
	for _, b := range p.blocks {
		in := best > 0 && length[best] >= shortBody && b.article == best
		in = in || (best == 0 || length[best] < shortBody) && (b.main || mains < shortBody)
		if in && !b.side {
			out = append(out, b.block)
		}
	}
	return out
}

// maxArticles is how many <article> elements are compared; a front page has a
// few dozen teasers.
const maxArticles = 256

// lost warns about paragraphs that readability left out although they stand
// between two it kept; what stands before or behind is seldom the article.
func (d *Document) lost(blocks, own []block) {
	var sb strings.Builder
	for _, b := range blocks {
		sb.WriteString(key(b.text))
	}
	have := sb.String()
	n, sample := 0, ""
	var open []string // left out since the last that was kept
	inside := false
	for _, b := range own {
		if words(b.text) < lostWords || !b.prose() || isNotice(b.text) { // side brings notices back
			continue
		}
		if !strings.Contains(have, key(b.text)) {
			open = append(open, b.text)
			continue
		}
		if inside && len(open) > 0 {
			n, sample = n+len(open), first(sample, open[0])
		}
		inside, open = true, open[:0]
	}
	if n > 0 {
		d.warn("%d %s left out as not part of it, the first beginning %q", n, plural(n, "paragraph inside the article was", "paragraphs inside the article were"),
			strings.Join(strings.Fields(sample)[:min(8, words(sample))], " "))
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func isNotice(s string) bool {
	_, n := noticeOf(s)
	return n > 0
}

// pageLabels are whole blocks, as key folds them, that belong to the page and
// not to the article: labels of advertisements and of buttons.
var pageLabels = set("advertisement", "advertisements", "advertising", "ad", "sponsored", "skipadvertisement", "storycontinuesbelowadvertisement",
	"articlecontinuesbelowadvertisement", "continuereadingbelow", "scrolltocontinue", "anzeige", "werbung", "publicité", "publicidad", "pubblicità",
	"share", "sharethis", "sharethisarticle", "print", "email", "readmore", "save", "reklama", "реклама", "إعلان")

// within drops from readability's blocks the page's labels, and what stands
// outside the <article> that holds nearly all of them: boxes with appeals and
// teasers just behind it.
func (p *page) within(blocks []block) []block {
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(b block) bool { return pageLabels[key(b.text)] })
	in := map[string]int{} // key → the article it stands in, 0 outside
	for _, b := range p.blocks {
		if k := key(b.text); in[k] == 0 {
			in[k] = b.article
		}
	}
	held, total := map[int]int{}, 0
	for _, b := range blocks {
		held[in[key(b.text)]] += words(b.text)
		total += words(b.text)
	}
	for i, n := range held {
		if i == 0 || float64(n) < nearlyAll*float64(total) {
			continue
		}
		return slices.DeleteFunc(blocks, func(b block) bool {
			at, known := in[key(b.text)]
			return known && at == 0
		})
	}
	return blocks
}

// nearlyAll is the part of the words that must lie in one <article> for the
// rest to be taken as not belonging to it.
const nearlyAll = 0.85

// standfirst puts back the summary under the headline that readability takes
// for part of the header, if it is what the page declares as its description.
func (p *page) standfirst(blocks []block) []block {
	said := map[string]bool{}
	for _, name := range []string{"description", "og:description", "twitter:description"} {
		if k := key(p.meta[name]); k != "" {
			said[k] = true
		}
	}
	for _, b := range blocks {
		delete(said, key(b.text))
	}
	for _, b := range p.blocks {
		if said[key(b.text)] && !b.side && (b.article > 0 || b.main) && words(b.text) >= 4 && b.kind == "" {
			return append([]block{b.block}, blocks...)
		}
	}
	return blocks
}

// side puts back notices that stood in an aside or a footer of the article, or
// only in the metadata: a correction is part of the article's record.
func (d *Document) side(p *page, ld linked, blocks []block) []block {
	have := map[string]bool{}
	for _, b := range blocks {
		have[key(b.text)] = true
	}
	for _, b := range p.blocks {
		if k := key(b.text); isNotice(b.text) && b.kind == "" && words(b.text) >= 4 && !have[k] && (b.article > 0 || b.main) {
			have[k] = true
			blocks = append(blocks, b.block)
		}
	}
	if c := ld.correction; c != "" && !have[key(c)] {
		if !isNotice(c) {
			c = "Correction: " + c
		}
		if !have[key(c)] {
			blocks = append(blocks, block{text: c})
		}
	}
	return blocks
}

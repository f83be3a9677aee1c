package extract

import (
	"sort"
	"strings"
	"sync"

	"stet/index/sentence"
	"stet/index/source"
)

// Kind is what sort of token a token is.
type Kind uint8

// The kinds of tokens.
const (
	Word  Kind = iota // letters, inner apostrophes, hyphens and abbreviation dots: U.S., twenty-one
	Num               // begins with a digit: 12, 1,200, 3.4, 3bn, 12-year-old, 1990s
	Punct             // anything else
	Mark              // a quotation mark or apostrophe standing alone
)

// Token is a word, number or sign. Its spelling is Doc.Text[Start:End].
type Token struct {
	Start, End int    // bytes
	Text       string // as written
	Lower      string // lower-case, apostrophes straight: what lexicons are asked for
	Tag        string // Penn Treebank part of speech: NN, NNP, VBD, …; "``" for marks
	Kind       Kind
	Spaced     bool // white space (or the beginning of a sentence) before it
	Upper      bool // begins with a capital letter, in a text that is not all capitals
	Sent, Para int32
	Mark       int32 // innermost quotation span it belongs to, marks included, as index + 1; 0: none
}

// Sentence is a sentence: tokens [A, B) and the bytes of Span.
type Sentence struct {
	A, B int
	Para int
	Span source.Span
}

// Paragraph is a paragraph: sentences [A, B) and the bytes of Span.
type Paragraph struct {
	A, B int
	Span source.Span
}

// Doc is an analysed text. It does not change after Analyse and may be used by
// several goroutines.
type Doc struct {
	Text       string
	Meta       Meta
	Lang       string // BCP 47 base language: Meta.Lang, else guessed; "" unknown
	Capitals   bool   // the text is written in capitals: case tells nothing
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Marks      []Quotation // by opening mark

	entities   lazy[*Entities]
	quotes     lazy[[]Quote]
	worth      lazy[[]Worth]
	figures    lazy[[]Figure]
	statistics lazy[[]Statistic]
	quantities lazy[[]Quantity]
}

// lazy computes a value once, on first use.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(f func() T) T {
	l.once.Do(func() { l.value = f() })
	return l.value
}

// Analyse reads a text once: tokens, sentences, paragraphs, quotation marks,
// parts of speech. Invalid UTF-8 is read as the replacement character; offsets
// stay those of the given bytes.
func Analyse(text string, m Meta) *Doc {
	d := &Doc{Text: text, Meta: m, Capitals: allCapitals(text)}
	d.Lang = language(m.Lang, text)
	d.tokenise(sentence.Split(text))
	d.paragraphs()
	d.pairMarks()
	d.tag()
	return d
}

// paragraphs groups the sentences: an empty line separates, in a text without
// empty lines every line end between two sentences.
func (d *Doc) paragraphs() {
	sep := "\n\n"
	if !strings.Contains(d.Text, sep) {
		sep = "\n"
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 || strings.Contains(d.Text[d.Sentences[i-1].Span.End:s.Span.Start], sep) {
			d.Paragraphs = append(d.Paragraphs, Paragraph{A: i, Span: s.Span})
		}
		s.Para = len(d.Paragraphs) - 1
		p := &d.Paragraphs[s.Para]
		p.B, p.Span.End = i+1, s.Span.End
		for k := s.A; k < s.B; k++ {
			d.Tokens[k].Para = int32(s.Para)
		}
	}
}

// SentenceAt returns the index of the sentence that holds byte off, or of the
// last one that begins before it; -1 if there is none.
func (d *Doc) SentenceAt(off int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.Start > off }) - 1
}

// ParagraphAt is SentenceAt for paragraphs.
func (d *Doc) ParagraphAt(off int) int {
	return sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Span.Start > off }) - 1
}

// TokenAt returns the index of the first token that ends after byte off: the
// one that holds it, or the next. It is len(Tokens) past the last token.
func (d *Doc) TokenAt(off int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > off })
}

// TokensIn returns the tokens [a, b) that lie wholly inside a span.
func (d *Doc) TokensIn(s source.Span) (a, b int) {
	a = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= s.Start })
	b = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > s.End })
	return a, max(a, b)
}

// Span returns the bytes of tokens [a, b), the empty span if there are none.
func (d *Doc) Span(a, b int) source.Span {
	if a < 0 || b > len(d.Tokens) || a >= b {
		return source.Span{}
	}
	return source.Span{Start: d.Tokens[a].Start, End: d.Tokens[b-1].End}
}

// at returns what a span covers, in a text that may hold invalid UTF-8.
func (d *Doc) at(sp source.Span) string { return d.Text[sp.Start:sp.End] }

// low is the lower-case form of token i, "" outside the text.
func (d *Doc) low(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Lower
}

// tagOf is the tag of token i, "" outside the text.
func (d *Doc) tagOf(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Tag
}

package diff

import (
	"math"
	"strings"

	"stet/index/source"
)

// token is a Token without its string: id numbers the normalised form.
type token struct {
	start, end int32
	id         int32
	class      Class
	spaced     bool
}

// vocabulary numbers the normalised forms of the tokens of two texts.
type vocabulary struct {
	ids   map[string]int32
	forms []form
	norm  []byte // scratch
}

// form is what is known of a normalised token.
type form struct {
	text  string
	stop  bool
	class Class
	kind  uint8   // of function word, from 1; 0: none
	worth float32 // what keeping it as a common token is worth: see weights
}

func newVocabulary(size int) *vocabulary {
	return &vocabulary{ids: make(map[string]int32, size)}
}

func (v *vocabulary) id(tok string, c Class) int32 {
	v.norm = appendNorm(v.norm[:0], tok, c)
	if id, ok := v.ids[string(v.norm)]; ok {
		return id
	}
	s := string(v.norm)
	id := int32(len(v.forms))
	v.ids[s] = id
	v.forms = append(v.forms, newForm(s, c))
	return id
}

// tokens scans text; base is added to all offsets.
func (v *vocabulary) tokens(text string, base int, out []token) []token {
	sc := scanner{text: text}
	for sc.next() {
		out = append(out, token{int32(base + sc.start), int32(base + sc.end), v.id(text[sc.start:sc.end], sc.class), sc.class, sc.spaced})
	}
	return out
}

func newForm(s string, c Class) form {
	f := form{text: s, class: c, stop: stopWords[s], kind: kinds[s]}
	switch {
	case c == Mark && stopMarks[s]:
		f.worth = weights.period
	case c == Mark:
		f.worth = weights.mark
	case f.stop:
		f.worth = weights.stop
	default:
		f.worth = weights.word + weights.letter*float32(math.Min(float64(len(s)), 12))
	}
	return f
}

// stopWords carry little of what a sentence is about. The list is the function
// words of English among the hundred most frequent words of any corpus.
var stopWords = set(`the a an of to in on at for and or but that this it is was were are be been by with as from
 he she they we you i his her their its our my your who which what when where how has have had will would not no
 can could may might do does did there than then so if into about also these those such some any all 's n't`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// kinds are the closed classes whose members stand for each other.
var kinds = func() map[string]uint8 {
	m := map[string]uint8{}
	for k, words := range []string{
		`the a an this that these those its their his her our my your some any all each every no both`,
		`of in on at for to from by with about into over under after before between through during within against near`,
		`is are was were be been being has have had do does did`,
		`can could may might will would shall should must`,
		`and or but nor yet so`,
		`i he she it they we you who which him them us me`,
		`one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million`,
	} {
		for w := range set(words) {
			m[w] = uint8(k + 1)
		}
	}
	return m
}()

// stopMarks end sentences.
var stopMarks = set(". ! ?")

// sent is one sentence of a version: its tokens and its bag of words.
type sent struct {
	span   source.Span
	tokens []token
	bag    []count  // words and numbers, by id
	weight float32  // of the bag
	size   int      // words and numbers
	hash   uint64   // of all token ids
	pairs  []uint64 // see wordPairs; nil: not asked for yet
}

type count struct{ id, n int32 }

// same reports whether two sentences are the same tokens.
func (s *sent) same(o *sent) bool {
	if s.hash != o.hash || len(s.tokens) != len(o.tokens) {
		return false
	}
	for i := range s.tokens {
		if s.tokens[i].id != o.tokens[i].id {
			return false
		}
	}
	return true
}

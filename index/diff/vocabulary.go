package diff

import (
	"hash/maphash"
	"math"
	"math/bits"
	"strings"
)

// token is a Token without its string: id numbers the normalised form.
type token struct {
	start, end int32
	id         int32
	class      Class
	spaced     bool
}

// vocabulary numbers the normalised forms of the tokens of two texts, from 0. Its
// hash table is its own because a look-up for every token is most of the work of
// reading a text: slots hold numbers plus one, 0 is free.
type vocabulary struct {
	slots []int32
	seed  maphash.Seed // changes where forms are kept, never their numbers
	forms []form
	norm  []byte // scratch
}

// form is what is known of a normalised token.
type form struct {
	text  string
	hash  uint64
	stop  bool
	class Class
	kind  uint8   // of function word, from 1; 0: none
	worth float32 // what keeping it as a common token is worth: see weights
	// what it says of an edit that begins or ends beside it
	behind  float32 // a boundary right behind it
	opens   bool    // phrases begin with it
	stops   bool    // phrases end in front of it
	opening bool    // a bracket that opens
	clitic  bool
}

// newVocabulary makes room for a number of forms; it grows.
func newVocabulary(size int) *vocabulary {
	return &vocabulary{slots: make([]int32, 1<<bits.Len(uint(2*size))), seed: maphash.MakeSeed(), forms: make([]form, 0, size)}
}

// id is the number of a token's form. A token that is its own form, as most are,
// is kept as the part of the text it is.
func (v *vocabulary) id(tok string, c Class) int32 {
	if c != Mark && isNorm(tok) {
		h := maphash.String(v.seed, tok)
		at, id := slot(v, h, tok)
		if id < 0 {
			id = v.add(at, h, tok, c)
		}
		return id
	}
	v.norm = appendNorm(v.norm[:0], tok, c)
	h := maphash.Bytes(v.seed, v.norm)
	at, id := slot(v, h, v.norm)
	if id < 0 {
		id = v.add(at, h, string(v.norm), c)
	}
	return id
}

// slot finds the number of a form, or -1 and where it belongs.
func slot[S string | []byte](v *vocabulary, h uint64, key S) (at int, id int32) {
	mask := len(v.slots) - 1
	for at = int(h) & mask; ; at = (at + 1) & mask {
		id = v.slots[at] - 1
		if id < 0 {
			return at, id
		}
		f := &v.forms[id]
		if f.hash != h || len(f.text) != len(key) {
			continue
		}
		same := true
		for k := 0; k < len(key) && same; k++ {
			same = f.text[k] == key[k]
		}
		if same {
			return at, id
		}
	}
}

// add numbers a new form. The table stays at most half full.
func (v *vocabulary) add(at int, h uint64, text string, c Class) int32 {
	v.forms = append(v.forms, newForm(text, c))
	n := len(v.forms)
	v.forms[n-1].hash = h
	v.slots[at] = int32(n)
	if 2*n > len(v.slots) {
		v.slots = make([]int32, 2*len(v.slots))
		mask := len(v.slots) - 1
		for k := range v.forms {
			at := int(v.forms[k].hash) & mask
			for v.slots[at] != 0 {
				at = (at + 1) & mask
			}
			v.slots[at] = int32(k + 1)
		}
	}
	return int32(n - 1)
}

// tokens scans text; base is added to all offsets.
func (v *vocabulary) tokens(text string, base int, out []token) []token {
	sc := scanner{text: text}
	for sc.next() {
		out = append(out, token{int32(base + sc.start), int32(base + sc.end), v.id(sc.form(), sc.class), sc.class, sc.spaced})
	}
	return out
}

func newForm(s string, c Class) form {
	f := form{text: s, class: c, stop: stopWords[s], kind: kinds[s], opens: openers[s], clitic: clitics[s]}
	switch {
	case c == Mark:
		f.worth = weights.mark
		f.mark(s)
	case f.stop:
		f.worth = weights.stop
	default:
		f.worth = weights.word + weights.letter*float32(math.Min(float64(len(s)), 12))
	}
	return f
}

// mark says what a mark means for an edit beside it.
func (f *form) mark(s string) {
	switch s {
	case ".", "!", "?":
		f.worth = weights.period
		f.behind, f.stops = weights.period, true
	case ";", ":":
		f.behind, f.stops = weights.period, true
	case ",", "-":
		f.behind, f.stops = weights.comma, true
	case ")", "]":
		f.behind = weights.comma
	case "(", "[":
		f.opening = true
	}
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

// openers are what phrases begin with.
var openers = set(`, ( [ - and but or who which that where when while as in on at of to for with by from after before
 including according because since although`)

var clitics = set("'s n't 're 've 'll 'd 'm")

package extract

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The tagger is an averaged perceptron over words, suffixes, shapes and the two
// tags before (Collins 2002; the feature set follows Honnibal 2013). It is
// greedy: one pass, left to right. What WordNet and the first names know of a word
// is a feature beside its form (see tagger_words.go): it took the accuracy on held
// out texts from 94.8 to 96.1 %. Words that had one tag in training are looked up. tagtrain/ trains it; data/LICENSES.md names the corpus.

//go:embed data/tagger.bin
var taggerData []byte

// Tagger assigns Penn Treebank tags. Its tables are searched as they lie in the
// file: nothing is unpacked or built when a program starts.
type Tagger struct {
	Tags    []string
	fixed   map[string]uint8 // words with one tag
	slots   []byte           // open addressing by feature hash, slotSize bytes each: the hash (0: empty), first weight << 8 | number of weights
	weights []byte           // weightSize bytes each: a tag, its weight; little-endian as all numbers here
}

const (
	slotSize   = 8
	weightSize = 3
)

// weight is what a feature says about a tag, in 1/256.
type weight struct {
	tag uint8
	w   int16
}

// defaultTagger reads the shipped weights once.
var defaultTagger = sync.OnceValue(func() *Tagger {
	t, err := ReadTagger(taggerData)
	if err != nil {
		panic("extract: the embedded tagger cannot be read: " + err.Error()) // a broken build, not an input
	}
	return t
})

// tag tags every token. Quotation marks are passed over, so that a quoted word
// is tagged like any other.
func (d *Doc) tag() {
	tg := defaultTagger()
	var ws []TagWord
	var at []int
	out := make([]uint8, 0, 64)
	for _, s := range d.Sentences {
		ws, at = ws[:0], at[:0]
		for i := s.A; i < s.B; i++ {
			t := &d.Tokens[i]
			if t.Kind == Mark && !possessiveMark(d.Tokens, i) {
				t.Tag = "``"
				continue
			}
			w := NewTagWord(t.Text, t.Lower)
			if d.Capitals {
				w = NewTagWord(t.Lower, t.Lower)
			}
			ws, at = append(ws, w), append(at, i)
		}
		out = tg.TagWords(ws, out[:0])
		for k, i := range at {
			t := &d.Tokens[i]
			t.Tag = tg.Tags[out[k]]
			if ws[k].shape == 'U' && len(t.Text) > 1 && !isNoun(t.Tag) && tg.isName(ws, k) {
				t.Tag = "NNP"
			}
		}
	}
	d.tagNames()
	d.tagPasts()
}

// isName reports whether a word in capitals is an acronym rather than a word
// shouted or in a headline: it is no word of the closed classes and stands alone.
func (t *Tagger) isName(ws []TagWord, k int) bool {
	if _, common := t.fixed[ws[k].norm]; common || auxiliaries[ws[k].norm] || adverbs[ws[k].norm] || pronouns[ws[k].norm] {
		return false
	}
	return (k == 0 || ws[k-1].shape != 'U') && (k+1 == len(ws) || ws[k+1].shape != 'U')
}

// possessiveMark reports whether a lone apostrophe closes no quotation: it is
// the possessive of a plural.
func possessiveMark(ts []Token, i int) bool {
	return ts[i].Mark == 0 && !ts[i].Spaced && i > 0 && strings.HasSuffix(ts[i-1].Lower, "s") && (ts[i].Text == "'" || ts[i].Text == "’")
}

// TagWord is a word with what the features need, computed once.
type TagWord struct {
	norm  string
	word  uint32 // hash of norm
	suf3  uint32
	suf2  uint32
	first uint32
	class uint32 // what lexicons know
	shape byte
}

// NewTagWord prepares a word; low is its lower-case form.
func NewTagWord(text, low string) TagWord {
	w := TagWord{norm: low, shape: shapeOf(text)}
	if w.shape == 'd' {
		w.norm = "!D"
		if len(text) == 4 {
			w.norm = "!Y"
		}
	}
	w.word, w.suf3, w.suf2 = hash(w.norm), hash(suffix(w.norm, 3)), hash(suffix(w.norm, 2))
	w.class = uint32(classOf(w.norm))
	if w.norm != "" {
		w.first = uint32(w.norm[0])
	}
	return w
}

func shapeOf(w string) byte {
	r, n := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return 'd'
	case unicode.IsUpper(r) && len(w) > n && strings.ToUpper(w) == w:
		return 'U'
	case unicode.IsUpper(r):
		return 'u'
	case strings.Contains(w, "-"):
		return 'h'
	}
	return 'l'
}

// suffix is the last n bytes of s, the whole of a shorter one.
func suffix(s string, n int) string { return s[max(0, len(s)-n):] }

// hash is 32-bit FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// mix joins a feature's kind with its values; never 0, which marks empty slots.
func mix(kind byte, a, b uint32) uint32 {
	h := (2166136261 ^ uint32(kind)) * 16777619
	h = (h ^ a) * 0x85ebca6b
	h ^= h >> 15
	h = (h ^ b) * 0xc2b2ae35
	h ^= h >> 13
	return h | 1
}

// The words before the first and after the last.
var (
	before = TagWord{norm: "-S-", word: hash("-S-"), suf3: hash("-S-")}
	beyond = TagWord{norm: "-E-", word: hash("-E-"), suf3: hash("-E-")}
)

const features = 26

// featuresOf computes the feature hashes of word i after tags p1 and p2 (the
// indices + 1 of the tags before it; 0 at the beginning).
func featuresOf(buf *[features]uint32, ws []TagWord, i int, p1, p2 uint32) {
	at := func(k int) *TagWord {
		if k < 0 {
			return &before
		}
		if k >= len(ws) {
			return &beyond
		}
		return &ws[k]
	}
	w, prev, next := &ws[i], at(i-1), at(i+1)
	shape, start := uint32(w.shape), uint32(0)
	if i == 0 {
		start = shape
	}
	*buf = [features]uint32{
		mix('b', 0, 0), mix('w', w.word, 0), mix('3', w.suf3, 0), mix('2', w.suf2, 0), mix('f', w.first, 0), mix('h', shape, 0),
		mix('t', p1, 0), mix('u', p1, p2), mix('v', p1, w.word), mix('p', prev.word, 0), mix('q', prev.suf3, 0),
		mix('n', next.word, 0), mix('o', next.suf3, 0), mix('N', at(i+2).word, 0), mix('P', at(i-2).word, 0),
		mix('H', shape, p1), mix('S', start, 0), mix('W', w.word, next.suf3), mix('X', prev.word, w.suf3), mix('Y', uint32(next.shape), shape),
		mix('c', w.class, 0), mix('d', w.class<<8|shape, start), mix('e', w.class, p1), mix('i', w.class, prev.class), mix('j', w.class, next.class),
		mix('k', next.class, p1),
	}
}

// TagWords appends the tag index of each word to out.
func (t *Tagger) TagWords(ws []TagWord, out []uint8) []uint8 {
	var buf [features]uint32
	var score [64]int32
	p1, p2 := uint32(0), uint32(0)
	for i := range ws {
		tag, ok := t.fixed[ws[i].norm]
		if !ok {
			clear(score[:len(t.Tags)])
			featuresOf(&buf, ws, i, p1, p2)
			for _, f := range buf {
				t.add(f, &score)
			}
			for k := 1; k < len(t.Tags); k++ {
				if score[k] > score[tag] {
					tag = uint8(k)
				}
			}
		}
		out = append(out, tag)
		p2, p1 = p1, uint32(tag)+1
	}
	return out
}

// add adds a feature's weights to the scores.
func (t *Tagger) add(f uint32, score *[64]int32) {
	mask := uint32(len(t.slots)/slotSize - 1)
	for i := f & mask; ; i = (i + 1) & mask {
		slot := t.slots[i*slotSize : i*slotSize+slotSize]
		switch binary.LittleEndian.Uint32(slot) {
		case 0:
			return
		case f:
			at := binary.LittleEndian.Uint32(slot[4:])
			w := t.weights[at>>8*weightSize:]
			w = w[:at&0xff*weightSize]
			for ; len(w) >= weightSize; w = w[weightSize:] {
				score[w[0]&63] += int32(int16(binary.LittleEndian.Uint16(w[1:])))
			}
			return
		}
	}
}

// ReadTagger reads what Write wrote; it keeps b.
func ReadTagger(b []byte) (*Tagger, error) {
	d := decoder{b: b}
	t := &Tagger{fixed: map[string]uint8{}}
	for range d.count() {
		t.Tags = append(t.Tags, d.str())
	}
	for range d.count() {
		w := d.str()
		t.fixed[w] = uint8(d.count())
	}
	slots, weights := d.count(), d.count()
	if d.bad || len(t.Tags) == 0 || len(t.Tags) > 64 || slots == 0 || slots&(slots-1) != 0 || len(d.b) != slots*slotSize+weights*weightSize {
		return nil, errors.New("tagger weights: the data is cut short or not what tagtrain writes; run tagtrain again")
	}
	t.slots, t.weights = d.b[:slots*slotSize], d.b[slots*slotSize:]
	return t, t.check(uint32(weights))
}

// check makes sure that looking features up stays inside the tables and ends.
func (t *Tagger) check(weights uint32) error {
	empty := false
	for s := t.slots; len(s) > 0; s = s[slotSize:] {
		at := binary.LittleEndian.Uint32(s[4:])
		empty = empty || binary.LittleEndian.Uint32(s) == 0
		if at>>8+at&0xff > weights {
			return errors.New("tagger weights: a feature points outside the file; run tagtrain again")
		}
	}
	if !empty {
		return errors.New("tagger weights: the table has no empty slot; run tagtrain again")
	}
	return nil
}

// decoder reads the tagger's file: varints, strings with their length.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.b) {
		d.bad = true
		return make([]byte, 4)
	}
	x := d.b[:n]
	d.b = d.b[n:]
	return x
}

func (d *decoder) count() int {
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v > 1<<28 {
		d.bad = true
		return 0
	}
	d.b = d.b[n:]
	return int(v)
}

func (d *decoder) str() string { return string(d.take(d.count())) }

package extract

import (
	"encoding/binary"
	"io"
	"math/rand/v2"
	"slices"
)

// TaggedSentence is a training sentence: words and their tags.
type TaggedSentence struct{ Words, Tags []string }

// What training keeps: words seen often enough with (nearly) one tag are looked
// up, weights below the smallest are dropped.
const (
	fixedSeen   = 20
	fixedShare  = 0.99
	smallWeight = 12 // in 1/256
)

// averaged is the weight of one feature for all tags, with what averaging needs.
type averaged struct {
	w, total []float64
	since    []int
}

// trainer holds the state of training.
type trainer struct {
	index map[string]int
	feats map[uint32]*averaged
	now   int
	ntags int
}

// Train trains a tagger; the same sentences in the same order give the same
// weights.
func Train(data []TaggedSentence, rounds int) *Tagger {
	data = slices.Clone(data)
	tr := trainer{index: map[string]int{}, feats: map[uint32]*averaged{}}
	t := &Tagger{fixed: map[string]uint8{}}
	t.Tags = tr.tagSet(data)
	tr.ntags = len(t.Tags)
	t.fixed = tr.fixedWords(data)
	rng := rand.New(rand.NewPCG(1, 1))
	for range rounds {
		rng.Shuffle(len(data), func(i, j int) { data[i], data[j] = data[j], data[i] })
		for _, s := range data {
			tr.learn(t, s)
		}
	}
	t.pack(tr.average())
	return t
}

func (tr *trainer) tagSet(data []TaggedSentence) []string {
	var tags []string
	for _, s := range data {
		for _, g := range s.Tags {
			if _, ok := tr.index[g]; !ok {
				tr.index[g] = 0
				tags = append(tags, g)
			}
		}
	}
	slices.Sort(tags)
	for i, g := range tags {
		tr.index[g] = i
	}
	return tags
}

func (tr *trainer) fixedWords(data []TaggedSentence) map[string]uint8 {
	count := map[string]map[string]int{}
	for _, s := range data {
		for i, w := range s.Words {
			n := NewTagWord(w, lower(w)).norm
			if count[n] == nil {
				count[n] = map[string]int{}
			}
			count[n][s.Tags[i]]++
		}
	}
	fixed := map[string]uint8{}
	for w, c := range count {
		n := 0
		for _, k := range c {
			n += k
		}
		for g, k := range c {
			if n >= fixedSeen && float64(k) >= fixedShare*float64(n) {
				fixed[w] = uint8(tr.index[g])
			}
		}
	}
	return fixed
}

// learn tags one sentence with the weights so far and corrects them.
func (tr *trainer) learn(t *Tagger, s TaggedSentence) {
	ws := make([]TagWord, len(s.Words))
	for i, w := range s.Words {
		ws[i] = NewTagWord(w, lower(w))
	}
	var buf [features]uint32
	score := make([]float64, tr.ntags)
	p1, p2 := uint32(0), uint32(0)
	for i := range ws {
		guess := 0
		if k, ok := t.fixed[ws[i].norm]; ok {
			guess = int(k)
		} else {
			tr.now++
			clear(score)
			featuresOf(&buf, ws, i, p1, p2)
			for _, f := range buf {
				if x := tr.feats[f]; x != nil {
					for k, v := range x.w {
						score[k] += v
					}
				}
			}
			for k := range score {
				if score[k] > score[guess] {
					guess = k
				}
			}
			if gold := tr.index[s.Tags[i]]; gold != guess {
				for _, f := range buf {
					tr.update(f, gold, 1)
					tr.update(f, guess, -1)
				}
			}
		}
		p2, p1 = p1, uint32(guess)+1
	}
}

func (tr *trainer) update(f uint32, tag int, by float64) {
	x := tr.feats[f]
	if x == nil {
		x = &averaged{make([]float64, tr.ntags), make([]float64, tr.ntags), make([]int, tr.ntags)}
		tr.feats[f] = x
	}
	x.total[tag] += float64(tr.now-x.since[tag]) * x.w[tag]
	x.since[tag] = tr.now
	x.w[tag] += by
}

// average returns the averaged weights that are worth keeping, in 1/256.
func (tr *trainer) average() map[uint32][]weight {
	out := map[uint32][]weight{}
	for f, x := range tr.feats {
		var ws []weight
		for k := range x.w {
			a := (x.total[k] + float64(tr.now-x.since[k])*x.w[k]) / float64(tr.now) * 256
			if a >= smallWeight || a <= -smallWeight {
				ws = append(ws, weight{uint8(k), int16(max(-32768, min(32767, a)))})
			}
		}
		if len(ws) > 0 {
			out[f] = ws
		}
	}
	return out
}

// pack builds the lookup table, at most three quarters full.
func (t *Tagger) pack(feats map[uint32][]weight) {
	size := uint32(16)
	for 4*len(feats) > 3*int(size) {
		size *= 2
	}
	t.slots = make([]byte, size*slotSize)
	for _, f := range sortedKeys(feats) {
		i := f & (size - 1)
		for binary.LittleEndian.Uint32(t.slots[i*slotSize:]) != 0 {
			i = (i + 1) & (size - 1)
		}
		binary.LittleEndian.PutUint32(t.slots[i*slotSize:], f)
		binary.LittleEndian.PutUint32(t.slots[i*slotSize+4:], uint32(len(t.weights)/weightSize)<<8|uint32(len(feats[f])))
		for _, x := range feats[f] {
			t.weights = binary.LittleEndian.AppendUint16(append(t.weights, x.tag), uint16(x.w))
		}
	}
}

func sortedKeys[K interface{ ~uint32 | ~string }, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Write writes the tagger for ReadTagger, the same bytes for the same weights.
func (t *Tagger) Write(w io.Writer) error {
	var b []byte
	str := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	b = binary.AppendUvarint(b, uint64(len(t.Tags)))
	for _, g := range t.Tags {
		str(g)
	}
	b = binary.AppendUvarint(b, uint64(len(t.fixed)))
	for _, k := range sortedKeys(t.fixed) {
		str(k)
		b = binary.AppendUvarint(b, uint64(t.fixed[k]))
	}
	b = binary.AppendUvarint(b, uint64(len(t.slots)/slotSize))
	b = binary.AppendUvarint(b, uint64(len(t.weights)/weightSize))
	_, err := w.Write(slices.Concat(b, t.slots, t.weights))
	return err
}

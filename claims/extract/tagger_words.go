package extract

import (
	_ "embed"
	"encoding/binary"
	"strings"
)

// The parts of speech that WordNet knows for a word, and what its ending tells.
// The tagger's corpus is small; most words of a news text are not in it, but most
// are in WordNet.

//go:embed data/pos.bin
var posData []byte

// WordFlag is what is known about a word form. The data is an open addressing
// table by the hash of the word, a power of two slots of WordSlot bytes: the hash
// (0: empty) and the flags, little-endian.
type WordFlag uint32

// The parts of speech of a lemma, irregular forms, and which part of speech is
// the commonest (1 noun, 2 verb, 3 adjective, 4 adverb, 0 unknown) in the bits of
// WordUsually.
const (
	WordNoun WordFlag = 1 << iota
	WordVerb
	WordAdjective
	WordAdverb
	WordPlural // an irregular plural
	WordPast   // an irregular past or participle
)

// Where the commonest part of speech stands, and the size of a slot.
const (
	UsuallyShift          = 6
	WordUsually  WordFlag = 7 << UsuallyShift
	WordSlot              = 6
)

// What is worked out from the ending and from other lexicons.
const (
	wordPluralS WordFlag = 1 << (10 + iota) // a noun and -s
	wordVerbS                               // a verb and -s
	wordEd                                  // a verb and -ed
	wordIng                                 // a verb and -ing
	wordName                                // a first name
)

// WordHash is the key of a word in the data.
func WordHash(w string) uint32 { return hash(w) }

// wordFlags looks a word up.
func wordFlags(w string) WordFlag {
	h := hash(w)
	mask := uint32(len(posData)/WordSlot - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := posData[i*WordSlot : i*WordSlot+WordSlot]
		switch binary.LittleEndian.Uint32(slot) {
		case 0:
			return 0
		case h:
			return WordFlag(binary.LittleEndian.Uint16(slot[4:]))
		}
	}
}

// classOf returns the flags of a lower-case word form.
func classOf(low string) WordFlag {
	f := wordFlags(low)
	if firstName(low) != 0 {
		f |= wordName
	}
	n := len(low)
	if n < 4 {
		return f
	}
	var stem WordFlag
	switch {
	case strings.HasSuffix(low, "s") && low[n-2] != 's' && low[n-2] != 'u':
		stem = wordFlags(low[:n-1])
		if strings.HasSuffix(low, "es") {
			stem |= wordFlags(low[:n-2])
		}
		if strings.HasSuffix(low, "ies") {
			stem |= wordFlags(low[:n-3] + "y")
		}
		if stem&WordNoun != 0 {
			f |= wordPluralS
		}
		if stem&WordVerb != 0 {
			f |= wordVerbS
		}
	case strings.HasSuffix(low, "ed"):
		if stemFlags(low[:n-2])&WordVerb != 0 || strings.HasSuffix(low, "ied") && wordFlags(low[:n-3]+"y")&WordVerb != 0 {
			f |= wordEd
		}
	case strings.HasSuffix(low, "ing") && n > 4:
		if stemFlags(low[:n-3])&WordVerb != 0 {
			f |= wordIng
		}
	}
	if stem != 0 && f&WordUsually == 0 {
		f |= stem & WordUsually
	}
	return f
}

// stemFlags looks a stem up as it is, with an e, and with its last consonant single.
func stemFlags(s string) WordFlag {
	f := wordFlags(s) | wordFlags(s+"e")
	if n := len(s); n > 2 && s[n-1] == s[n-2] {
		f |= wordFlags(s[:n-1])
	}
	return f
}

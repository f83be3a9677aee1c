package claims

import "unicode"

// rightToLeft are the scripts of living languages written from right to left.
var rightToLeft = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam}

// Isolate puts words that hold right-to-left script between first strong isolate
// and pop directional isolate (Unicode UAX #9), so that a line of print that goes
// on from left to right around them is not reordered with them. Other words are
// left alone. It is for lines made up for people, never for words that are cited.
func Isolate(s string) string {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, rightToLeft...) {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

package sentence_test

import (
	"testing"

	"stet/index/sentence"
)

// TestATextMayEndWithAMark: marks have two bytes or three.
func TestATextMayEndWithAMark(t *testing.T) {
	for _, text := range []string{"!«", "Halt!»", "Halt!«", "Halt!“", "„Halt!“ «", "Halt!\""} {
		for _, s := range sentence.Split(text) {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End {
				t.Errorf("%q: %v", text, s)
			}
		}
	}
}

package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stet/index/sentence"
	"stet/index/source"
)

// show prints edits as "[-old-]{+new+}" inside the new text; cosmetic ones
// between tildes, phrases that moved as "{>here<}" and "[<from here>]".
func show(old, new string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(new[at:e.New.Start])
		switch {
		case e.Cosmetic:
			b.WriteString("~" + e.New.Of(new) + "~")
		case e.Moved && e.Old.Empty():
			b.WriteString("{>" + e.New.Of(new) + "<}")
		case e.Moved:
			b.WriteString("[<" + e.Old.Of(old) + ">]")
		default:
			if !e.Old.Empty() {
				b.WriteString("[-" + e.Old.Of(old) + "-]")
			}
			if !e.New.Empty() {
				b.WriteString("{+" + e.New.Of(new) + "+}")
			}
		}
		at = e.New.End
	}
	return b.String() + new[at:]
}

func TestWordEditsReadNaturally(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"equal", "Rain fell.", "Rain fell.", "Rain fell."},
		{"empty old", "", "Rain fell.", "{+Rain fell.+}"},
		{"empty new", "Rain fell.", "", "[-Rain fell.-]"},
		{"number", "At least 12 people died.", "At least 15 people died.", "At least [-12-]{+15+} people died."},
		{"negation", "Crews must leave.", "Crews must not leave.", "Crews must {+not +}leave."},
		{"apposition", "Mr Osei spoke.", "Mr Osei, the envoy, spoke.", "Mr Osei{+, the envoy,+} spoke."},
		{"phrase at the end", "The dam broke.", "The dam broke on Monday night.", "The dam broke{+ on Monday night+}."},
		{"phrase at the start", "The dam broke.", "On Monday night, the dam broke.", "{+On Monday night, +}~the~ dam broke."},
		{"rewritten phrase", "The minister who runs the port resigned.", "The head of the harbour board resigned.",
			"The [-minister who runs the port-]{+head of the harbour board+} resigned."},
		{"quotation marks", `He said "no".`, "He said “no”.", "He said ~“~no~”~."},
		{"dash and spaces", "The plan - a bad one - failed.", "The plan – a  bad one – failed.", "The plan ~–~ a ~ ~bad one ~–~ failed."},
		{"clitic", "They don't know.", "They do not know.", "They do[-n't-]{+ not+} know."},
		{"possessive", "Osei's plan won.", "Petrov's plan won.", "[-Osei-]{+Petrov+}'s plan won."},
		{"phrase that changed its place", "The harbour stayed closed, the mayor of Norrby said.", "The mayor of Norrby said the harbour stayed closed.",
			"[<The harbour stayed closed>][-, -]~The~ mayor of Norrby said{> the harbour stayed closed<}."},
		{"acronym is no pronoun", "He told US that.", "He told us that.", "He told [-US-]{+us+} that."},
	} {
		t.Run(c.name, func(t *testing.T) {
			edits := Words(c.old, c.new)
			if got := show(c.old, c.new, edits); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := Apply(c.old, c.new, edits); got != c.new {
				t.Errorf("Apply gives %q", got)
			}
		})
	}
}

// table of whole alignments: every row is "op old → new" by sentence numbers.
func rowsOf(al Alignment, old, new []source.Span) string {
	number := func(ss, all []source.Span) string {
		var out []string
		for _, s := range ss {
			for k, x := range all {
				if x == s {
					out = append(out, fmt.Sprint(k+1))
				}
			}
		}
		return strings.Join(out, "+")
	}
	var out []string
	for _, p := range al.Pairs {
		op := string(p.Op)
		if p.Op == Moved && p.Reworded() {
			op = "moved edited"
		}
		out = append(out, strings.TrimSpace(op+" "+number(p.Old, old))+">"+number(p.New, new))
	}
	return strings.Join(out, ", ")
}

func TestAlignmentTellsWhatBecameOfSentences(t *testing.T) {
	const a, b, c, d = "The dam above Norrby broke at dawn.", "At least 12 people were killed in the valley.",
		"Rescue teams from three towns were on the way.", "Roads to the coast stayed closed all day."
	for _, x := range []struct {
		name     string
		old, new []string
		want     string
	}{
		{"both empty", nil, nil, ""},
		{"from nothing", nil, []string{a}, "added>1"},
		{"to nothing", []string{a}, nil, "deleted 1>"},
		{"identical", []string{a, b}, []string{a, b}, "unchanged 1>1, unchanged 2>2"},
		{"edited", []string{a, b, c}, []string{a, strings.Replace(b, "12", "15", 1), c}, "unchanged 1>1, edited 2>2, unchanged 3>3"},
		{"added", []string{a, c}, []string{a, b, c}, "unchanged 1>1, added>2, unchanged 2>3"},
		{"deleted", []string{a, b, c}, []string{a, c}, "unchanged 1>1, deleted 2>, unchanged 3>2"},
		{"deleted before added", []string{a, b, c}, []string{a, d, c}, "unchanged 1>1, deleted 2>, added>2, unchanged 3>3"},
		{"moved", []string{a, b, c, d}, []string{a, c, d, b}, "unchanged 1>1, unchanged 3>2, unchanged 4>3, moved 2>4"},
		{"moved and edited", []string{a, b, c, d}, []string{strings.Replace(d, "all day", "all night", 1), a, b, c},
			"moved edited 4>1, unchanged 1>2, unchanged 2>3, unchanged 3>4"},
		{"changed places with its neighbour and edited",
			[]string{a, "The governor will resign on Friday, two people close to him said.", "His office declined to comment.", d},
			[]string{a, "His office declined to comment.", "The governor may resign on Friday, according to a person close to him.", d},
			"unchanged 1>1, moved 3>2, edited 2>3, unchanged 4>4"},
		{"changed places with its neighbour and denied", []string{a, "The union accepts the offer.", "Talks go on.", d}, []string{a, "Talks go on.", "The union does not accept the offer.", d},
			"unchanged 1>1, moved 3>2, edited 2>3, unchanged 4>4"},
		{"split", []string{a, "Police closed the bridge after the wall fell, and divers searched the river for two missing boys.", d},
			[]string{a, "Police closed the bridge after the wall fell.", "Divers searched the river for two missing boys.", d},
			"unchanged 1>1, split 2>2+3, unchanged 3>4"},
		{"merged", []string{a, "Police closed the bridge after the wall fell.", "Divers searched the river for two missing boys.", d},
			[]string{a, "Police closed the bridge after the wall fell, and divers searched the river for two missing boys.", d},
			"unchanged 1>1, merged 2+3>2, unchanged 4>3"},
		{"another language", []string{a, b}, []string{"Der Damm brach am Morgen.", "Zwölf Menschen starben."},
			"deleted 1>, deleted 2>, added>1, added>2"},
	} {
		t.Run(x.name, func(t *testing.T) {
			old, new := strings.Join(x.old, " "), strings.Join(x.new, "\n\n")
			os, ns := sentence.Split(old), sentence.Split(new)
			al := AlignSentences(old, new, os, ns)
			if got := rowsOf(al, os, ns); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
			checkLaws(t, old, new, os, ns, al)
		})
	}
}

// A transcript repeats itself: nothing in it is rare, and there is too much of it
// for a table of all pairs.
func TestRepeatedSentencesStayInPlace(t *testing.T) {
	var olds, news []string
	for k := range 400 {
		s := []string{"Yes.", "No comment.", "I do not remember the day.", "Did you see the mayor there?", "Objection."}[(k*k+k/7)%5]
		olds = append(olds, s)
		if k%40 != 20 {
			news = append(news, s)
		}
	}
	olds = append(append([]string{"The hearing began at nine."}, olds...), "It was adjourned.")
	news = append(append([]string{"The hearing in Norrby began late."}, news...), "It was adjourned until Monday.")
	old, new := strings.Join(olds, "\n\n"), strings.Join(news, "\n\n")
	os, ns := sentence.Split(old), sentence.Split(new)
	al := AlignSentences(old, new, os, ns)
	checkLaws(t, old, new, os, ns, al)
	unchanged := 0
	for _, p := range al.Pairs {
		if p.Op == Unchanged {
			unchanged++
		}
	}
	if unchanged < 380 {
		t.Errorf("%d of 390 repeated sentences are unchanged", unchanged)
	}
}

// applied carries out the edits of a row on its old words.
func applied(p Pair, old, new string) string {
	o, n := p.Hull()
	edits := make([]Edit, len(p.Edits))
	for k, e := range p.Edits {
		edits[k] = Edit{Old: e.Old.Shift(-o.Start), New: e.New.Shift(-n.Start)}
	}
	return Apply(o.Of(old), n.Of(new), edits)
}

// checkLaws: every sentence occurs once, rows follow the new text, and the edits
// of every row give its new words.
func checkLaws(t testing.TB, old, new string, os, ns []source.Span, al Alignment) {
	t.Helper()
	seenOld, seenNew, at := map[source.Span]int{}, 0, 0
	for _, p := range al.Pairs {
		for _, s := range p.Old {
			seenOld[s]++
		}
		for _, s := range p.New {
			if s.Start < at {
				t.Fatalf("row %v is out of order", p)
			}
			at = s.End
			seenNew++
		}
		if len(p.Old) == 0 || len(p.New) == 0 {
			continue
		}
		if _, n := p.Hull(); applied(p, old, new) != n.Of(new) {
			t.Fatalf("edits of row %v give %q, want %q", p, applied(p, old, new), n.Of(new))
		}
		for _, e := range p.Edits {
			if !e.Old.Fits(old) || !e.New.Fits(new) || e.Old.Empty() && e.New.Empty() {
				t.Fatalf("edit %v of row %v is empty or not on rune boundaries", e, p)
			}
		}
	}
	if seenNew != len(ns) || len(seenOld) != len(os) {
		t.Fatalf("%d of %d old and %d of %d new sentences are in the rows", len(seenOld), len(os), seenNew, len(ns))
	}
	for s, n := range seenOld {
		if n != 1 {
			t.Fatalf("old sentence %v is in %d rows", s, n)
		}
	}
}

func TestInvalidTextIsReplacedWhole(t *testing.T) {
	const bad = "caf\xe9 closed"
	edits := Words("cafe closed", bad)
	if len(edits) != 1 || Apply("cafe closed", bad, edits) != bad {
		t.Errorf("edits %v", edits)
	}
	if Check(bad) == nil || Check("café") != nil {
		t.Error("Check does not tell valid from invalid")
	}
	al := Align(source.Text{Body: "A b. C d."}, source.Text{Body: bad})
	if len(al.Pairs) != 1 || al.Pairs[0].Op != Edited {
		t.Errorf("alignment %v", al)
	}
}

func TestTypographyOfAWordChangesNothing(t *testing.T) {
	for _, c := range [][2]string{
		{"the café owner", "the cafe\u0301 owner"}, {"the first office", "the \ufb01rst o\ufb03ce"}, {"ABC news", "ＡＢＣ news"},
		{"they don't know", "they don’t know"}, {"they don't know", "they donʼt know"}, {"it's over", "it`s over"},
		{"the river bank", "the ri\u00adver bank"}, {"10-year plan", "10\u2011year plan"}, {"he said", "he\u200b said"},
	} {
		for _, e := range Words(c[0], c[1]) {
			if !e.Cosmetic {
				t.Errorf("%q and %q differ in words: %v", c[0], c[1], e)
			}
		}
	}
}

func FuzzApply(f *testing.F) {
	for _, s := range [][2]string{
		{"", "a"}, {"must leave", "must not  leave"}, {"“Yes,” he said.", "\"Yes\", he said."},
		{"a\u00a0b", "a\u0085b"}, {"x\xff", "x\xfe"}, {"[M] [M] is", "[M] is [M] [M]"}, {"don’t", "don't do"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, old, new string) {
		edits := Words(old, new)
		if got := Apply(old, new, edits); got != new {
			t.Fatalf("Apply(%q, %q) gives %q with %v", old, new, got, edits)
		}
		for _, e := range edits {
			if utf8.ValidString(old) && utf8.ValidString(new) && (!e.Old.Fits(old) || !e.New.Fits(new)) {
				t.Fatalf("edit %v is not on rune boundaries of %q, %q", e, old, new)
			}
		}
	})
}

func FuzzAlign(f *testing.F) {
	f.Add("One two three. Four five six seven.", "Four five six seven. One two three.")
	f.Add("A b c d e f, and g h i j k l.", "A b c d e f. G h i j k l.")
	f.Fuzz(func(t *testing.T, old, new string) {
		if !utf8.ValidString(old) || !utf8.ValidString(new) {
			t.Skip()
		}
		os, ns := sentence.Split(old), sentence.Split(new)
		checkLaws(t, old, new, os, ns, AlignSentences(old, new, os, ns))
	})
}

// Paragraphs that both texts share are cut only once, which must not show.
func FuzzSentencesAreThoseOfEachText(f *testing.F) {
	f.Add("One two. Three.\n\nFour five.", "Zero.\n\nFour five.\n\nOne two. Three.")
	f.Add("a\n\n\nb \n \nc", "b \n \nc\n\na")
	f.Add("“One.\n\nTwo.”\n\n1) A\n\n2) B", "2) B\n\n“One.\n\n")
	f.Add("a line\nwrapped here\n\nand on", "and on\n\na line\nwrapped here")
	f.Fuzz(func(t *testing.T, old, new string) {
		if !utf8.ValidString(old) || !utf8.ValidString(new) {
			t.Skip()
		}
		for _, texts := range [][2]string{{old, new}, {old, old + "\n\n" + new}, {old + "\n\n" + new, new + "\n\n" + old}} {
			olds, news := sentences(texts[0], texts[1])
			if want := sentence.Split(texts[0]); !slices.Equal(olds, want) {
				t.Fatalf("%q: %v, want %v", texts[0], olds, want)
			}
			if want := sentence.Split(texts[1]); !slices.Equal(news, want) {
				t.Fatalf("%q → %q: %v, want %v", texts[0], texts[1], news, want)
			}
		}
	})
}

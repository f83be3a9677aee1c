package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stet/claims"
	"stet/claims/toll"
	"stet/index/source"
)

// board is a fire with tolls of every kind of bound, in outlets whose names need
// escaping.
func board() toll.Board {
	var reports []toll.Report
	add := func(outlet string, version, hour int, i claims.Interval, outcome claims.Outcome) {
		x := toll.Reading{Figure: claims.Figure{Words: i.String(), Outcome: outcome, Range: i}, Span: source.Span{Start: 1, End: 9}, Role: toll.Toll, Class: "people"}
		c := &toll.Copy{Version: source.VersionID{Article: source.ArticleID(outlet[:4]), N: version}, Outlet: outlet, Date: time.Date(2031, 6, 2, hour, 0, 0, 0, time.UTC), Latest: true,
			Digest: toll.Digest{Readings: []toll.Reading{x}}}
		reports = append(reports, toll.Report{Copy: c, Source: hour})
	}
	add("Wire & <Sons>", 1, 8, claims.Interval{Min: 12, NoMax: true, Mod: claims.AtLeast}, claims.Killed)
	add("Wire & <Sons>", 2, 20, claims.Just(19), claims.Killed)
	add("Post \"daily\"", 1, 9, claims.Interval{Max: 40, Mod: claims.AtMost}, claims.Killed)
	add("Herald", 1, 10, claims.Interval{Min: 10, Max: 15, Mod: claims.Between}, claims.Killed)
	add("Herald", 1, 10, claims.Just(1200), claims.Injured)
	return toll.Build(claims.Event{Name: "Fire in <Osby>", Place: "Osby", From: "2031-06-02"}, reports)
}

func TestTheSVGStandsByItself(t *testing.T) {
	for _, p := range []Palette{Light, Dark} {
		svg := SVG(Of(board(), 900), p)
		texts := wellFormed(t, svg)
		for _, want := range []string{"Fire in <Osby>", "Wire & <Sons>", "≥ 12", "19", "≤ 40", "10–15", "Killed, 2 June 2031", "Injured, 2 June 2031"} {
			if !slices.Contains(texts, want) {
				t.Errorf("the chart does not say %q: %q", want, texts)
			}
		}
		for _, want := range []string{`role="img"`, "<desc>Killed, 2 June 2031: ", hex(p[Ground])} {
			if !strings.Contains(svg, want) {
				t.Errorf("the chart lacks %s", want)
			}
		}
	}
}

func TestNoNumberSticksOutOfThePlot(t *testing.T) {
	b := toll.Build(claims.Event{Name: "Fire", Place: "Osby", From: "2031-06-02"}, lastReport(claims.Interval{Max: 10, MaxOpen: true, Mod: claims.LessThan}))
	for _, w := range []float64{LeastWidth, 520, 900} {
		for _, s := range Of(b, w).Shapes {
			if s.Kind == Label && s.X+width(s.S, s.Size) > w && s.Align == Start {
				t.Errorf("%q ends at %.0f of %.0f", s.S, s.X+width(s.S, s.Size), w)
			}
		}
	}
}

func TestReportsOfOneMomentAreSaidToStandSideBySide(t *testing.T) {
	said := func(list []toll.Report) bool {
		return slices.ContainsFunc(Of(toll.Build(claims.Event{Name: "Fire", Place: "Osby", From: "2031-06-02"}, list), 900).Shapes, func(s Shape) bool {
			return strings.Contains(s.S, "side by side")
		})
	}
	one := lastReport(claims.Just(9))
	if said(one) {
		t.Error("of reports that stand apart by themselves")
	}
	other := *one[1].Copy
	other.Version.Article, other.Outlet = "c", "Herald"
	if !said(append(one, toll.Report{Copy: &other, Source: 3})) {
		t.Error("not said")
	}
}

func TestALineRunsThroughNoNumber(t *testing.T) {
	b := board()
	for _, w := range []float64{520, 900} {
		d := Of(b, w)
		var lines []thread
		for _, s := range d.Shapes {
			if s.Kind == Line && s.W != 0 && s.Pale && s.Size == 1.5 && math.Abs(s.W) > 20 {
				lines = append(lines, thread{s.X, s.Y, s.X + s.W, s.Y + s.H})
			}
		}
		if len(lines) == 0 {
			t.Fatal("no versions are joined")
		}
		numbers := 0
		for _, s := range d.Shapes {
			if s.Kind == Label && s.Align == Start && s.Size == textSize && s.X > marginLeft && slices.Contains([]string{"≥ 12", "19", "≤ 40", "10–15"}, s.S) {
				numbers++
				if (patch{s.X, s.X + width(s.S, s.Size), s.Y - 10, s.Y + 2}).crossed(lines) {
					t.Errorf("a line runs through %q on a page of %g", s.S, w)
				}
			}
		}
		if numbers != 4 {
			t.Errorf("%d numbers, want 4", numbers)
		}
	}
}

func TestAPatchIsCrossedByWhatRunsThroughIt(t *testing.T) {
	b := patch{10, 20, 10, 20}
	for _, c := range []struct {
		line thread
		want bool
	}{
		{thread{0, 0, 30, 30}, true}, {thread{0, 15, 30, 15}, true}, {thread{15, 0, 15, 30}, true}, {thread{12, 12, 13, 13}, true},
		{thread{0, 0, 30, 5}, false}, {thread{0, 25, 30, 25}, false}, {thread{25, 0, 25, 30}, false}, {thread{0, 0, 5, 5}, false}, {thread{0, 25, 30, 22.5}, false},
	} {
		if got := b.crossed([]thread{c.line}); got != c.want {
			t.Errorf("%+v: %t", c.line, got)
		}
	}
}

// lastReport is two reports, the later one of a given range.
func lastReport(i claims.Interval) (out []toll.Report) {
	for k, r := range []claims.Interval{claims.Just(12), i} {
		x := toll.Reading{Figure: claims.Figure{Words: r.String(), Outcome: claims.Killed, Range: r}, Span: source.Span{Start: 1, End: 9}, Role: toll.Toll, Class: "people"}
		c := &toll.Copy{Version: source.VersionID{Article: source.ArticleID(fmt.Sprint("a", k)), N: 1}, Outlet: fmt.Sprint("Wire ", k), Date: time.Date(2031, 6, 2+k, 9, 0, 0, 0, time.UTC), Latest: true,
			Digest: toll.Digest{Readings: []toll.Reading{x}}}
		out = append(out, toll.Report{Copy: c, Source: k + 1})
	}
	return out
}

// wellFormed parses XML and gives its texts.
func wellFormed(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if c, ok := tok.(xml.CharData); ok {
			out = append(out, strings.TrimSpace(string(c)))
		}
	}
}

func TestThePNGIsThePageAtItsScale(t *testing.T) {
	d := Of(board(), 900)
	var b bytes.Buffer
	if err := PNG(&b, d, Light, 2); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got.X != 1800 || got.Y != int(2*d.H) {
		t.Errorf("%v pixels for a page of %g × %g", got, d.W, d.H)
	}
	seen := map[color.Color]bool{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			seen[color.NRGBAModel.Convert(img.At(x, y))] = true
		}
	}
	for _, ink := range []Ink{Ground, Panel, Series(0), Series(1), Text} {
		if !seen[Light[ink]] {
			t.Errorf("nothing is drawn in %s", ink)
		}
	}
	if PNG(io.Discard, d, Light, 1000) == nil || PNG(io.Discard, d, Light, math.NaN()) == nil {
		t.Error("a picture of any size is drawn")
	}
}

func TestTheSameBoardGivesTheSameBytes(t *testing.T) {
	once, twice := SVG(Of(board(), 700), Light), SVG(Of(board(), 700), Light)
	if once != twice {
		t.Error("two charts of one board differ")
	}
}

func TestABoardWithoutFiguresSaysSo(t *testing.T) {
	if texts := wellFormed(t, SVG(Of(toll.Board{}, 0), Light)); !slices.Contains(texts, "No figures yet") {
		t.Errorf("%q", texts)
	}
}

// TestLawsOfTheChart: whatever is on a board, marks and labels lie on the page,
// every toll has one mark, and the SVG is well-formed.
func TestLawsOfTheChart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := toll.Group{Outcome: claims.Killed, Class: "people", State: toll.Single}
		n := rapid.IntRange(0, 25).Draw(t, "rows")
		for i := range n {
			r := toll.Row{ID: fmt.Sprint("r", i), Version: source.VersionID{Article: source.ArticleID(fmt.Sprint("a", i)), N: 1}, Outlet: fmt.Sprint("Outlet ", i%12),
				At:       time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 60*24*400).Draw(t, "minutes")) * time.Minute),
				Standing: rapid.SampledFrom([]toll.Standing{toll.Stands, toll.Outdated, toll.Doubtful}).Draw(t, "standing")}
			r.Range = claims.Just(float64(rapid.IntRange(0, 2_000_000).Draw(t, "n")))
			r.Range.NoMax = rapid.Bool().Draw(t, "open")
			g.Rows = append(g.Rows, r)
		}
		d := Of(toll.Board{Event: claims.Event{Name: "Fire"}, Groups: []toll.Group{g}}, float64(rapid.IntRange(0, 1600).Draw(t, "width")))
		marks := 0
		for _, s := range d.Shapes {
			if s.Row != "" {
				marks++
			}
			if s.X < -1 || s.X > d.W+1 || s.Y < -1 || s.Y > d.H+1 || math.IsNaN(s.X+s.Y+s.W+s.H) {
				t.Fatalf("%+v is off the page of %g × %g", s, d.W, d.H)
			}
		}
		if marks != n {
			t.Fatalf("%d marks for %d rows", marks, n)
		}
		wellFormed(t, SVG(d, Light))
	})
}

func TestInksCanBeToldApart(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light, "dark": Dark} {
		for ink, least := range map[Ink]float64{Text: 4.5, Muted: 4.5, Bad: 4.5} {
			for _, ground := range []Ink{Ground, Panel} {
				if c := contrast(p[ink], p[ground]); c < least {
					t.Errorf("%s: %s on %s has a contrast of %.1f", name, ink, ground, c)
				}
			}
		}
		for i := range seriesCount {
			if c := contrast(p[Series(i)], p[Panel]); c < 3 {
				t.Errorf("%s: outlet %d has a contrast of %.1f", name, i, c)
			}
		}
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	l := func(c color.NRGBA) float64 {
		lin := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

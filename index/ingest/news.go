package ingest

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"stet/index/source"
)

// Longest headline and cross-head, in bytes; agencies ask for far less, web
// headlines of two sentences reach about 200.
const (
	maxHeadline  = 220
	maxCrossHead = 90
	maxByline    = 140
)

// topBlocks is how many blocks from the top are looked at for byline, time
// stamp and dateline: headline, standfirst, byline, stamp, notice, lead.
const topBlocks = 6

// plainHeadings finds, in text without markup, the headline (the first
// paragraph, if it is short, stops without punctuation and prose follows) and
// the cross-heads.
func (d *Document) plainHeadings(blocks []block) []block {
	if d.Headline == "" && len(blocks) > 1 && isHeadline(blocks) {
		d.Headline = strings.ReplaceAll(blocks[0].text, "\n", " ")
	}
	for i := 1; i < len(blocks)-1; i++ {
		if isCrossHead(blocks[i].text) && (ends(blocks[i-1].text) || i < topBlocks) && ends(blocks[i+1].text) {
			blocks[i].kind = source.MarkHeading
		}
	}
	return blocks
}

func isHeadline(blocks []block) bool {
	s := blocks[0].text
	if len(s) > maxHeadline || !leaf(s) || words(s) < 2 || bullet(s) || strings.Contains(s, "\n") || !starts(s) ||
		isByline(s) || placeOf(s) > 0 {
		return false
	}
	for _, b := range blocks[1:] {
		if ends(b.text) && len(b.text) > len(s)/2 {
			return true
		}
	}
	return false
}

// isCrossHead reports whether a paragraph reads as a heading inside a text. A
// short question is one only without quotation marks: otherwise somebody asks.
func isCrossHead(s string) bool {
	if len(s) > maxCrossHead || words(s) > 12 || strings.Contains(s, "\n") || bullet(s) || !starts(s) || !leaf(s) || isByline(s) {
		return false
	}
	return !strings.HasSuffix(s, "?") || !strings.ContainsAny(s, `"“”«»„`)
}

// starts reports whether s begins as a heading does: with a capital, a digit or
// an opening mark, or in a script without capitals.
func starts(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«„¿¡(`))
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// finish recognises what all readers have in common and joins the blocks.
func (d *Document) finish(ctx context.Context, blocks []block) (Document, error) {
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	blocks = d.placeHeadline(blocks)
	blocks = d.stamps(blocks)
	d.bylines(blocks)
	d.dateline(blocks)
	d.notices(blocks)
	d.Text = assemble(blocks)
	if d.Text.Body == "" {
		return Document{}, nothing()
	}
	if d.Lang == "" {
		d.Lang = guessLang(d.Text.Body)
	}
	return *d, nil
}

// placeHeadline makes the headline the first block and drops its repetition
// among the first few.
func (d *Document) placeHeadline(blocks []block) []block {
	d.Headline = oneLine(d.Headline)
	if d.Headline == "" {
		return blocks
	}
	k := key(d.Headline)
	for i := 0; i < min(len(blocks), topBlocks); i++ {
		if key(blocks[i].text) == k {
			blocks = append(blocks[:i:i], blocks[i+1:]...)
			break
		}
	}
	return append([]block{{kind: source.MarkHeadline, text: d.Headline}}, blocks...)
}

var stampWords = regexp.MustCompile(`(?i)^(first published|published|posted|issued|last updated|last modified|updated|modified)(?: on| at)?[:\s]\s*`)

// stamps takes lines near the top that are nothing but a time stamp
// ("Published: 3 May 2025 14:02", "Updated 4 May 2025") out of the text.
func (d *Document) stamps(blocks []block) []block {
	out := blocks[:0:0]
	for i, b := range blocks {
		if i < topBlocks && b.kind != source.MarkHeadline && len(b.text) <= maxDate+20 && d.stamp(b.text) {
			continue
		}
		out = append(out, b)
	}
	return out
}

func (d *Document) stamp(s string) bool {
	rest := stampWords.ReplaceAllString(s, "")
	t, ok := parseDate(rest)
	if !ok {
		return false
	}
	to := &d.Published
	if w := strings.ToLower(s[:len(s)-len(rest)]); strings.Contains(w, "updated") || strings.Contains(w, "modified") {
		to = &d.Modified
	}
	if to.IsZero() {
		*to = t
	}
	return true
}

// byWords begin a byline: English, German, French, Spanish, Italian, Dutch.
var byWords = regexp.MustCompile(`^(?:By|BY|by|Words by|Story by|Report by|Von|VON|Par|PAR|Por|POR|Di|Door)\s+`)

var credits = regexp.MustCompile(`^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting) (?:for \S.* )?by ([^;()]+)`)

// isByline reports whether a line is a byline: "By" and up to eight words of
// names, without a verb's sentence end.
func isByline(s string) bool {
	m := byWords.FindString(s)
	if m == "" || len(s) > maxByline || ends(s) || strings.Contains(s, "\n") {
		return false
	}
	rest := strings.Fields(s[len(m):])
	if len(rest) == 0 || len(rest) > 16 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[0])
	return unicode.IsUpper(r) && (len(rest) > 1 || strings.EqualFold(m[:2], "by"))
}

// cutBy gives the names of a byline.
func cutBy(s string) string { return strings.TrimSpace(byWords.ReplaceAllString(s, "")) }

// bylines marks the byline near the top and the credit line at the end, and
// fills Byline from them.
func (d *Document) bylines(blocks []block) {
	for i := range blocks {
		if b := &blocks[i]; i < topBlocks && (b.prose() || b.kind == source.MarkHeading) && isByline(b.text) {
			b.kind = source.MarkByline
			if d.Byline == "" {
				d.Byline = cutBy(b.text)
			}
			break
		}
	}
	for i := max(0, len(blocks)-2); i < len(blocks); i++ {
		b := &blocks[i]
		m := credits.FindStringSubmatch(b.text)
		if !b.prose() || m == nil || len(b.text) > 2*maxByline {
			continue
		}
		b.kind = source.MarkByline
		if d.Byline == "" {
			d.Byline = strings.TrimSpace(m[1])
		}
	}
}

// Language guesses need some text and look at no more than pays.
const (
	minLangBytes = 200
	maxLangBytes = 1024
)

// guessLang names the language if there is enough text to be sure of it.
func guessLang(s string) string {
	if len(s) < minLangBytes {
		return ""
	}
	cut := min(len(s), maxLangBytes)
	for !utf8.RuneStart(s[cut-1]) && cut > minLangBytes {
		cut--
	}
	info := whatlanggo.Detect(strings.ToValidUTF8(s[:cut], ""))
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

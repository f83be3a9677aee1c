package index

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// The fields of a passage; see the package documentation.
const (
	fieldText    = "text"
	fieldTitle   = "title"
	fieldExact   = "exact"
	fieldVersion = "ver"
	fieldOutlet  = "outlet"
	fieldDay     = "day"
	fieldLang    = "lang"
	fieldRole    = "role"
	fieldKind    = "kind"
	fieldLength  = "len"
	fieldOrdinal = "ord"
	fieldFigure  = "fig"
)

// format names the layout of the fields above, of the ids and of the analysers.
// It is kept inside the index; any other value means: rebuild.
const format = "stet passages 1"

// Keys of the values kept inside the index beside the passages.
var (
	keyFormat = []byte("stet.format")
	keySeen   = []byte("stet.seen")
	keyHead   = []byte("stet.head")
)

// maxLength is the longest passage length, in words, that scoring tells apart.
// It keeps the length of a passage in one byte; longer passages are rare and
// equally long for BM25.
const maxLength = 255

// KindBody is the kind of a passage that no mark sets apart.
const KindBody source.MarkKind = "body"

// newMapping is a static mapping: only the fields named above are indexed. The
// documents are built by hand (see entry.document), so that the mapping only
// matters to Bleve's own query analysis and to the schema kept in the index.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	d := bleve.NewDocumentStaticMapping()
	for _, f := range []string{fieldText, fieldTitle, fieldExact, fieldVersion, fieldOutlet,
		fieldDay, fieldLang, fieldRole, fieldKind, fieldLength, fieldOrdinal, fieldFigure} {
		k := bleve.NewKeywordFieldMapping()
		k.Store, k.IncludeTermVectors, k.DocValues, k.IncludeInAll, k.SkipFreqNorm = false, false, false, false, true
		d.AddFieldMappingsAt(f, k)
	}
	m.DefaultMapping = d
	return m
}

// indexOnly is how every field is written: postings and nothing else.
const indexOnly = bindex.IndexField | bindex.SkipFreqNorm

// version is what the passages of one version have in common.
type version struct {
	id       source.VersionID
	name     string // id.String()
	headline string
	outlet   string
	day      string // YYYYMMDD, "" if unknown
	lang     string
	role     string
}

func versionOf(it Item) version {
	v := version{
		id:       it.Version.ID,
		name:     it.Version.ID.String(),
		headline: it.Version.Headline,
		outlet:   it.Version.Outlet,
		lang:     baseLang(it.Version.Lang),
		role:     string(it.Article.Role),
	}
	if v.outlet == "" {
		v.outlet = it.Article.Outlet
	}
	if d := it.Version.Date(); !d.IsZero() {
		v.day = d.UTC().Format(dayLayout)
	}
	return v
}

const dayLayout = "20060102"

// dayNumber counts days since 1970-01-01; unknownDay if it is not a day.
func dayNumber(yyyymmdd string) int32 {
	t, err := time.Parse(dayLayout, yyyymmdd)
	if err != nil {
		return unknownDay
	}
	return dayOf(t)
}

// unknownDay is before every day, so that it sorts last among the newest.
const unknownDay = math.MinInt32

func dayOf(t time.Time) int32 {
	y, m, d := t.UTC().Date()
	return int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// dayTime is the day's beginning; the zero time for unknownDay.
func dayTime(n int32) time.Time {
	if n == unknownDay {
		return time.Time{}
	}
	return time.Unix(int64(n)*secondsPerDay, 0).UTC()
}

const secondsPerDay = 24 * 60 * 60

// document builds the Bleve document of passage n of a version.
func (v version) document(n int, p Passage, body string) *document.Document {
	text := p.Span.Of(body)
	d := document.NewDocument(passageID(v.name, n, p.Span))
	add := func(field, value string, a analysis.Analyzer) {
		if value != "" {
			d.AddField(document.NewTextFieldCustom(field, nil, []byte(value), indexOnly, a))
		}
	}
	add(fieldExact, text, exactAnalyzer)
	if l := langOf(v.lang); l.analyzer != nil {
		add(l.text, text, l.analyzer)
		if p.Kind != source.MarkHeadline {
			add(l.title, v.headline, l.analyzer)
		}
	} else if p.Kind != source.MarkHeadline {
		add(fieldTitle, v.headline, foldedAnalyzer)
	}
	key := func(field, value string) { add(field, value, keywordAnalyzer) }
	key(fieldVersion, v.name)
	key(fieldOutlet, v.outlet)
	key(fieldDay, v.day)
	key(fieldLang, v.lang)
	key(fieldRole, v.role)
	key(fieldKind, string(p.Kind))
	key(fieldLength, "L"+strconv.Itoa(min(wordCount(text), maxLength)))
	key(fieldOrdinal, "#"+strconv.Itoa(n))
	for _, f := range figureTerms(text) {
		key(fieldFigure, f)
	}
	return d
}

// passageID names a passage: "a7k3p@2-17.1200.230", ordinal, start and length in
// bytes in base 36. The prefix "a7k3p@2-" finds all passages of a version.
func passageID(version string, n int, s source.Span) string {
	b := make([]byte, 0, len(version)+16)
	b = append(append(b, version...), '-')
	b = append(strconv.AppendInt(b, int64(n), 36), '.')
	b = append(strconv.AppendInt(b, int64(s.Start), 36), '.')
	return string(strconv.AppendInt(b, int64(s.Len()), 36))
}

// parsePassageID reads what passageID wrote.
func parsePassageID(id string) (source.Place, bool) {
	i := strings.LastIndexByte(id, '-')
	if i < 0 {
		return source.Place{}, false
	}
	v, err := source.ParseVersionID(id[:i])
	if err != nil {
		return source.Place{}, false
	}
	f := strings.Split(id[i+1:], ".")
	if len(f) != 3 {
		return source.Place{}, false
	}
	start, err1 := strconv.ParseInt(f[1], 36, 64)
	size, err2 := strconv.ParseInt(f[2], 36, 64)
	if err1 != nil || err2 != nil || start < 0 || size < 0 {
		return source.Place{}, false
	}
	return source.Place{Version: v, Span: source.Span{Start: int(start), End: int(start + size)}}, true
}

// wordCount counts runs of anything but white space.
func wordCount(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		space := s[i] == ' ' || s[i] == '\n' || s[i] == '\t'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}

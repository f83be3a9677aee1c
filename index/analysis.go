package index

import (
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/ckb"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fa"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/hr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pl"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
	"github.com/blevesearch/bleve/v2/registry"
)

// language is how texts of one language are analysed. With a nil analyzer they
// are found through their exact words alone.
type language struct {
	analyzer    analysis.Analyzer
	text, title string // fields
}

// The analysers that do not depend on a language.
var (
	// exactAnalyzer keeps every word, lower case, with straight apostrophes.
	exactAnalyzer analysis.Analyzer = english{}
	// foldedAnalyzer is exactAnalyzer without diacritics, for headlines in a
	// language that has no analyser.
	foldedAnalyzer analysis.Analyzer = english{fold: true}
	// englishAnalyzer strips possessives, drops stop words, folds diacritics
	// and stems (Porter).
	englishAnalyzer analysis.Analyzer = english{fold: true, stem: true}
	keywordAnalyzer                   = bleveAnalyzer(keyword.Name)
)

// languages are those Bleve has a complete analyser for. English also serves
// texts whose language is unknown: its stemmer does little harm to others.
var languages = map[string]language{
	"": {englishAnalyzer, fieldText, fieldTitle}, "en": {englishAnalyzer, fieldText, fieldTitle},
	"ar": bleveLanguage(ar.AnalyzerName), "ckb": bleveLanguage(ckb.AnalyzerName), "da": bleveLanguage(da.AnalyzerName),
	"de": bleveLanguage(de.AnalyzerName), "es": bleveLanguage(es.AnalyzerName), "fa": bleveLanguage(fa.AnalyzerName),
	"fi": bleveLanguage(fi.AnalyzerName), "fr": bleveLanguage(fr.AnalyzerName), "hi": bleveLanguage(hi.AnalyzerName),
	"hr": bleveLanguage(hr.AnalyzerName), "hu": bleveLanguage(hu.AnalyzerName), "it": bleveLanguage(it.AnalyzerName),
	"nl": bleveLanguage(nl.AnalyzerName), "no": bleveLanguage(no.AnalyzerName), "pl": bleveLanguage(pl.AnalyzerName),
	"pt": bleveLanguage(pt.AnalyzerName), "ro": bleveLanguage(ro.AnalyzerName), "ru": bleveLanguage(ru.AnalyzerName),
	"sv": bleveLanguage(sv.AnalyzerName), "tr": bleveLanguage(tr.AnalyzerName),
	"zh": bleveLanguage(cjk.AnalyzerName), "ja": bleveLanguage(cjk.AnalyzerName), "ko": bleveLanguage(cjk.AnalyzerName),
	"nb": bleveLanguage(no.AnalyzerName), "nn": bleveLanguage(no.AnalyzerName),
}

// langOf returns how a language is analysed; the zero value means unstemmed.
func langOf(lang string) language { return languages[lang] }

// baseLang cuts "en-GB" to "en".
func baseLang(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(strings.TrimSpace(tag))
}

func bleveLanguage(name string) language {
	return language{copying{deferred(sync.OnceValue(func() analysis.Analyzer { return bleveAnalyzer(name) }))}, fieldText + "_" + name, fieldTitle + "_" + name}
}

var (
	bleveMu    sync.Mutex
	bleveCache = registry.NewCache()
)

// bleveAnalyzer returns a registered analyser; the names are constants of
// Bleve's packages, so that a missing one is a mistake in this file.
func bleveAnalyzer(name string) analysis.Analyzer {
	bleveMu.Lock()
	defer bleveMu.Unlock()
	a, err := bleveCache.AnalyzerNamed(name)
	if err != nil {
		panic("index: " + err.Error())
	}
	return a
}

// copying hands its analyser a copy: Bleve's filters write into their input.
type copying struct{ analysis.Analyzer }

func (c copying) Analyze(in []byte) analysis.TokenStream {
	return c.Analyzer.Analyze(append([]byte(nil), in...))
}

// deferred is an analyser that is made on first use: the stemming tables of all
// languages together took most of the time that every command takes to start.
type deferred func() analysis.Analyzer

// Analyze implements analysis.Analyzer.
func (d deferred) Analyze(in []byte) analysis.TokenStream { return d().Analyze(in) }

// termsOf returns the terms of a text in order.
func termsOf(a analysis.Analyzer, text string) []string {
	var out []string
	for _, t := range a.Analyze([]byte(text)) {
		out = append(out, string(t.Term))
	}
	return out
}

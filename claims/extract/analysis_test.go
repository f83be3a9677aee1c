package extract_test

import (
	"strings"
	"testing"

	"stet/claims/extract"
)

func TestTokensKeepWhatBelongsTogether(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. didn't send a 12-year-old.":        "The U.S. did n't send a 12-year-old .",
		"It cost $3.4bn, Lind’s aide said.":          "It cost $ 3.4bn , Lind ’s aide said .",
		"“They’re here,” Mr. Rao said at 7pm.":       "“ They ’re here , ” Mr. Rao said at 7pm .",
		"See www.norrby.example, or ask @lind today": "See www.norrby.example , or ask @lind today",
		"Losses rose 1,200.50 in the 1990s...":       "Losses rose 1,200.50 in the 1990s ...",
	} {
		var got []string
		for _, k := range extract.Analyse(text, extract.Meta{}).Tokens {
			got = append(got, k.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	}
}

func TestOffsetsFindTheirSentenceAndParagraph(t *testing.T) {
	text := "Fire at Norrby\n\nThe fire began. It spread.\n\nNo one was hurt."
	d := extract.Analyse(text, extract.Meta{})
	if len(d.Sentences) != 4 || len(d.Paragraphs) != 3 {
		t.Fatalf("%d sentences in %d paragraphs", len(d.Sentences), len(d.Paragraphs))
	}
	at := strings.Index(text, "spread")
	if s := d.SentenceAt(at); s != 2 || d.ParagraphAt(at) != 1 || d.Tokens[d.TokenAt(at)].Text != "spread" {
		t.Errorf("byte %d lies in sentence %d, paragraph %d, token %q", at, s, d.ParagraphAt(at), d.Tokens[d.TokenAt(at)].Text)
	}
}

func TestDirectQuotesAreReadInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ lang, text, words, speaker string }{
		{"de", "„Wir werden bleiben und helfen“, sagte Bürgermeister Ole Brandt am Montag. Die Stadt ist ruhig.", "Wir werden bleiben und helfen", "Ole Brandt"},
		{"fr", "« Nous allons rester dans la ville », a déclaré Anne Duval à la presse.", "Nous allons rester dans la ville", "Anne Duval"},
		{"es", "«Vamos a quedarnos en la ciudad», dijo Marta León a los periodistas del puerto.", "Vamos a quedarnos en la ciudad", "Marta León"},
		{"uk", "«Ми залишимося в цьому місті», — сказав Андрій Лісовий.", "Ми залишимося в цьому місті", "Андрій Лісовий"},
		{"ru", "«Мы останемся в этом городе, что бы ни было», — сказал Иван Лесной.", "Мы останемся в этом городе, что бы ни было", "Иван Лесной"},
		{"ar", "قال الوزير سالم: «سنبقى في هذه المدينة حتى النهاية».", "سنبقى في هذه المدينة حتى النهاية", "الوزير سالم"},
	} {
		d := extract.Analyse(c.text, extract.Meta{})
		if d.Lang != c.lang || d.Limits() == "" {
			t.Errorf("%s: read as %q, limits %q", c.lang, d.Lang, d.Limits())
		}
		qs := d.Quotes()
		if len(qs) != 1 || strings.TrimRight(qs[0].Words, ",") != c.words || !strings.HasSuffix(qs[0].Speaker, c.speaker) {
			t.Errorf("%s: %+v", c.lang, qs)
		}
	}
}

func TestEnglishHasNoLimits(t *testing.T) {
	if l := extract.Analyse("The fire began at noon and it was out by three.", extract.Meta{}).Limits(); l != "" {
		t.Error(l)
	}
}

func TestOpinionsAndQuestionsDeserveLessOfACheckThanFigures(t *testing.T) {
	d := extract.Analyse("Unemployment fell by 12 per cent to 340,000 last year. I think it is beautiful. Is that enough? Thank you all.", extract.Meta{})
	w := d.CheckWorthy()
	if len(w) != 4 || w[0].Score < extract.Checkable {
		t.Fatalf("%+v", w)
	}
	for i := 1; i < 4; i++ {
		if w[i].Score >= extract.Checkable || w[i].Score >= w[0].Score || w[i].Why == "" {
			t.Errorf("sentence %d: %+v", i, w[i])
		}
	}
}

func TestFiguresOfAForeignTextAreNotReadAsItsLimitsSay(t *testing.T) {
	short := "Bei dem Unfall sind mindestens 14 Menschen ums Leben gekommen, sagte die Polizei. Die Arbeitslosigkeit stieg auf 5,3 Prozent. „Wir haben alles versucht“, sagte Bürgermeister Karl Lindner am Dienstag."
	for _, text := range []string{short, strings.Repeat(short+"\n\n", 4)} {
		d := extract.Analyse(text, extract.Meta{})
		if n, m := len(d.Figures()), len(d.Statistics()); n+m > 0 || len(d.Quotes()) == 0 {
			t.Errorf("%d figures, %d statistics, %d quotes of %q", n, m, len(d.Quotes()), text)
		}
		if l := d.Limits(); !strings.Contains(l, "direct quotes are read") || strings.Contains(l, "numbers are read") {
			t.Errorf("limits: %s", l)
		}
	}
}

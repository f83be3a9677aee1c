package ingest

import (
	"strings"
	"testing"
)

func TestAPageWithoutAnArticleSaysWhatTheServerSaid(t *testing.T) {
	for head, want := range map[string]bool{
		"404 Not Found":                               true,
		"404":                                         true,
		"Error 503: Service unavailable":              true,
		"410 Gone":                                    true,
		"Page not found | Coastal Wire":               true,
		"Sorry, we can’t find that page":              true,
		"This article is no longer available":         true,
		"Access denied":                               true,
		"Just a moment...":                            true,
		"451 Unavailable for legal reasons":           true,
		"Forbidden fruit: what Lom eats":              false,
		"Ship not found after storm off Lom":          false,
		"500 homes without power in Lom":              false,
		"404 people rescued from the ferry":           false,
		"Gone with the dam: what the flood took":      false,
		"The article that brought the minister down":  false,
		"Sorry seems to be the hardest word for Lind": false,
	} {
		d := mustRead(t, "a.html", "<html><head><title>"+head+"</title></head><body><h1>"+head+"</h1><p>Try the front page.</p></body></html>")
		got := strings.Contains(strings.Join(d.Warnings, " "), "the page says “"+head+"”: it looks like what a server shows")
		if got != want {
			t.Errorf("%q: warnings %q", head, d.Warnings)
		}
	}
	long := strings.Repeat("<p>The dam above Lom held through the night, the water board said, and nobody had to leave home.</p>", 8)
	d := mustRead(t, "a.html", "<html><head><title>404 Not Found</title></head><body><article><h1>404 Not Found</h1>"+long+"</article></body></html>")
	if strings.Contains(strings.Join(d.Warnings, " "), "server shows") {
		t.Errorf("a whole article is taken for an error page: %q", d.Warnings)
	}
}

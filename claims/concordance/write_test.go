package concordance

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden texts anew")

func TestConcordancesReadAsTheyDid(t *testing.T) {
	var plain, markdown strings.Builder
	for _, u := range compared(valley().find(t)) {
		plain.WriteString(u.Plain() + "\n")
		markdown.WriteString(u.Markdown() + "\n")
	}
	for name, got := range map[string]string{"testdata/valley.txt": plain.String(), "testdata/valley.md": markdown.String()} {
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; look at the difference, then -update:\n%s", name, got)
		}
	}
}

func TestMarkupInWordsStaysWords(t *testing.T) {
	d := newDesk(
		printed{article: "a", n: 1, outlet: "A|B", hour: 1, text: "“The harbour <b>will</b> open *on Monday*, if nothing else burns,” Marta Lind said."},
		printed{article: "b", n: 1, outlet: "C", hour: 2, text: "“The harbour <b>will</b> open *on Friday*, if nothing else burns,” Marta Lind said."})
	us := compared(d.find(t))
	if len(us) != 1 {
		t.Fatalf("%d to compare", len(us))
	}
	md := us[0].Markdown()
	if strings.Contains(md, "<b>") || strings.Contains(md, "A|B") || !strings.Contains(md, `\*on ~~Monday~~ **Friday**\*`) {
		t.Errorf("%s", md)
	}
}

package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

const sample = "../../assets/sample/articles"

// captured is a row of the sample's index.json.
type captured struct {
	File, Outlet, Article, Role string
	Version                     int
	Captured                    time.Time
}

func sampleIndex(t *testing.T) []captured {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sample, "index.json"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []captured
	if err := json.Unmarshal(b, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

func sampleDocument(t *testing.T, file string) Document {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sample, file))
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, file, string(b))
}

// said is what a person reads off an article's page.
type said struct {
	headline, byline, dateline, published, modified string
	notice                                          source.Notice
	headings                                        int
}

var sampleSays = map[string]said{
	"norrby-fire-coastal-wire.v1.html":        {"At least 12 killed in fire at Norrby harbour", "Ida Holmen, Per Sandvik", "NORRBY, Vestmark", "2025-05-02T06:12", "2025-05-02T06:12", "", 1},
	"norrby-fire-coastal-wire.v2.html":        {"UPDATE 1-Toll in Norrby harbour fire rises to at least 15", "Ida Holmen, Per Sandvik", "NORRBY, Vestmark", "2025-05-02T06:12", "2025-05-03T15:40", source.Update, 1},
	"norrby-fire-coastal-wire.v3.html":        {"UPDATE 2-Norrby harbour fire death toll rises to 19 as search ends", "Ida Holmen, Per Sandvik", "NORRBY, Vestmark", "2025-05-02T06:12", "2025-05-04T11:25", source.Update, 1},
	"norrby-fire-norrby-courier.v1.html":      {"Fire at Norrby harbour kills at least 12", "Coastal Wire", "NORRBY", "2025-05-02T07:05", "2025-05-02T07:05", "", 0},
	"norrby-fire-inland-post.v1.txt":          {"12 dead in Norrby harbour inferno", "", "NORRBY, Vestmark", "2025-05-02T07:40", "", "", 0},
	"norrby-port-harbour-times.v1.html":       {"Norrby port will reopen on Monday, director says", "Sunniva Krag", "", "2025-05-02T13:30", "2025-05-02T13:30", "", 2},
	"norrby-port-harbour-times.v2.html":       {"Norrby port could reopen on Monday, director says", "Sunniva Krag", "", "2025-05-02T13:30", "2025-05-04T09:10", "", 2},
	"norrby-witnesses-norrby-courier.v1.html": {"The night on the northern quay", "Marit Aune", "", "2025-05-02T16:45", "2025-05-02T16:45", "", 1},
	"norrby-witnesses-norrby-courier.v2.html": {"The night on the northern quay", "Marit Aune", "", "2025-05-02T16:45", "2025-05-02T16:45", "", 1},
	"norrby-hospital-norrby-courier.v1.txt":   {"“At one o’clock I stopped asking who was on duty”", "Jon Vik", "", "2025-05-02T17:20", "", "", 0},
	"norrby-hospital-norrby-courier.v2.txt":   {"“At one o’clock I stopped asking who was on duty”", "Jon Vik", "", "2025-05-02T17:20", "2025-05-03T10:05", source.Corrected, 0},
	"norrby-minister-norrby-courier.v1.html":  {"Minister promises families an answer before the cranes return", "Marit Aune, Jon Vik", "", "2025-05-03T20:15", "2025-05-03T20:15", "", 1},
	"norrby-story-the-meridian.v1.html":       {"How a safe building became a trap for fifteen", "Helene Dahl", "", "2025-05-04T06:00", "2025-05-04T06:00", "", 2},
	"norrby-story-the-meridian.v2.html":       {"How a safe building became a trap for nineteen", "Helene Dahl", "", "2025-05-04T06:00", "2025-05-05T18:30", "", 2},
	"norrby-cold-store-harbour-times.v1.md":   {"The cold store at the end of the quay", "Sunniva Krag", "NORRBY", "2025-05-05T05:00", "", "", 9},
	"norrby-inquiry-coastal-wire.v1.html":     {"Vestmark prosecutors open inquiry into Norrby harbour fire", "Per Sandvik", "SKAGBY, Vestmark", "2025-05-05T17:50", "2025-05-05T17:50", "", 1},
	"kostrel-attack-coastal-wire.v1.html":     {"Attack on market in Dravenian town kills at least 31, ministry says", "Lena Orsic, Tomas Wieck", "KOSTREL, Dravenia", "2025-05-08T19:20", "2025-05-08T19:20", "", 1},
	"kostrel-attack-coastal-wire.v2.html":     {"UPDATE 3-Dravenia lowers toll of Kostrel attack to 24", "Lena Orsic, Tomas Wieck", "KOSTREL, Dravenia", "2025-05-08T19:20", "2025-05-10T14:05", source.Update, 1},
	"kostrel-attack-inland-post.v1.html":      {"78 killed in Kostrel market massacre", "Rico Falk", "", "2025-05-09T06:30", "", "", 2},
	"kostrel-cellar-the-meridian.v1.html":     {"In the cellars of Kostrel", "Bruno Castell", "", "2025-05-09T17:40", "2025-05-09T17:40", "", 1},
	"kostrel-grain-harbour-times.v1.html":     {"Full silos, empty river: Kostrel’s grain cannot leave", "Maja Torp", "", "2025-05-13T07:00", "2025-05-13T07:00", "", 2},
	"dravenia-un-report-the-meridian.v1.md":   {"UN confirms 186 civilian deaths in Dravenia and says it is too few", "Helene Dahl, Bruno Castell", "DRAVA LESK", "2025-05-09T12:00", "", "", 2},
}

// furniture are words of the pages around the sample's articles.
var furniture = []string{"Advertisement", "Most read", "cookies", "Subscribe", "Support your local", "newsletter", "Read next", "All rights reserved",
	"E-mail", "Share this", "From the archive", "You may also like", "Spring sale", "Get the app", "Baltic Dry", "More from the wire", "Skip to article", "Give this article", "---", "<"}

func TestSampleArticlesReadAsAPersonReadsThem(t *testing.T) {
	rows := sampleIndex(t)
	if len(rows) != len(sampleSays) {
		t.Errorf("index.json lists %d files, the test knows %d", len(rows), len(sampleSays))
	}
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format("2006-01-02T15:04")
	}
	for _, row := range rows {
		d := sampleDocument(t, row.File)
		got := said{d.Headline, d.Byline, d.Dateline, stamp(d.Published), stamp(d.Modified), d.Notice, len(marked(d, source.MarkHeading))}
		if got != sampleSays[row.File] {
			t.Errorf("%s:\n got %+v\nwant %+v", row.File, got, sampleSays[row.File])
		}
		if d.Outlet != row.Outlet || d.URL == "" || !strings.HasPrefix(d.Lang, "en") || len(d.Warnings) > 0 {
			t.Errorf("%s: outlet %q, url %q, lang %q, warnings %q", row.File, d.Outlet, d.URL, d.Lang, d.Warnings)
		}
		for _, f := range furniture {
			if strings.Contains(d.Text.Body, f) {
				t.Errorf("%s: the text holds %q of the page around it", row.File, f)
			}
		}
		if n := words(d.Text.Body); n < 280 {
			t.Errorf("%s has only %d words", row.File, n)
		}
		if row.Captured.Before(d.Published) || row.Captured.Before(d.Modified) {
			t.Errorf("%s: captured %v, before it was published", row.File, row.Captured)
		}
	}
}

func TestSampleVersionsAreInOrderAndShareAnAddress(t *testing.T) {
	last, addr, roles := map[string]int{}, map[string]string{}, map[string]string{}
	var before time.Time
	stories := 0
	for _, row := range sampleIndex(t) {
		if row.Captured.Before(before) || row.Version != last[row.Article]+1 {
			t.Errorf("%s is out of order", row.File)
		}
		before, last[row.Article] = row.Captured, row.Version
		if row.Role == "story" {
			stories++
		}
		d := sampleDocument(t, row.File)
		if row.Version > 1 && (addr[row.Article] != d.URL || roles[row.Article] != row.Role) {
			t.Errorf("%s: address %q or role %q differs from the version before", row.File, d.URL, row.Role)
		}
		addr[row.Article], roles[row.Article] = d.URL, row.Role
	}
	if len(last) != 15 || stories != 2 {
		t.Errorf("%d articles, %d versions of the story", len(last), stories)
	}
}

// Every trap that TRAPS.md promises is in the files it names, and so is what it
// says is none.
func TestSampleTrapsAreWhereTheListSays(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(sample, "TRAPS.md"))
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("`([^`]+)`")
	rows, harmless := 0, 0
	for line := range strings.SplitSeq(string(b), "\n") {
		cells := strings.Split(line, " | ")
		switch {
		case len(cells) == 5 && regexp.MustCompile(`^\| \d+$`).MatchString(cells[0]):
			rows++
		case len(cells) == 4 && strings.Contains(cells[1], "`"):
			harmless++
			cells = append([]string{"“" + cells[0] + "”"}, cells...)
		default:
			continue
		}
		files, quoted := code.FindAllStringSubmatch(cells[2], -1), code.FindAllStringSubmatch(cells[3], -1)
		if len(files) != len(quoted) || len(files) == 0 {
			t.Errorf("row %s names %d files and %d wordings", cells[0], len(files), len(quoted))
			continue
		}
		for i := range files {
			d := sampleDocument(t, files[i][1])
			in := d.Text.Body
			if strings.Contains(cells[2], "URL") {
				in = d.URL
			}
			if !strings.Contains(in, quoted[i][1]) {
				t.Errorf("row %s: %s lacks %q", cells[0], files[i][1], quoted[i][1])
			}
		}
	}
	if rows != 38 || harmless != 4 {
		t.Errorf("%d traps and %d harmless things were read", rows, harmless)
	}
}

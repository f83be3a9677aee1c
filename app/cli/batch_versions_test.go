package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// answers runs one record and decodes its answer.
func answers(t *testing.T, one record, line string, into any) {
	t.Helper()
	var out bytes.Buffer
	if err := runLines(context.Background(), strings.NewReader(line), &out, 1, one); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	if err := json.Unmarshal(out.Bytes(), into); err != nil {
		t.Fatal(err)
	}
}

func TestCompareRecordCountsCodePoints(t *testing.T) {
	var got struct {
		ID      string
		Pairs   []struct{ Old, New [2]int }
		Edits   []struct{ Old, New *[2]int }
		Figures []struct{ Old, New *[2]int }
		Changes []struct {
			Op, Summary string
			Touches     []string
			Old, New    *[2]int
			Announced   bool
		}
	}
	answers(t, compareRecord, `{"id":"a","old":"Żółw śpi. At least 12 people died.","new":"Żółw śpi. At least 15 people died. Rain fell."}`, &got)
	if got.ID != "a" || len(got.Pairs) != 2 || got.Pairs[1].Old != [2]int{10, 34} {
		t.Errorf("pairs %+v", got.Pairs)
	}
	if len(got.Edits) != 2 || *got.Edits[0].Old != [2]int{19, 21} || *got.Edits[0].New != [2]int{19, 21} || got.Edits[1].Old != nil {
		t.Errorf("edits %+v", got.Edits)
	}
	if len(got.Figures) != 1 || *got.Figures[0].New != [2]int{19, 21} {
		t.Errorf("figures %+v", got.Figures)
	}
	if len(got.Changes) != 2 || got.Changes[0].Op != "edited" || got.Changes[0].Touches[0] != "figure" || got.Changes[1].Op != "added" || got.Changes[1].Old != nil {
		t.Errorf("changes %+v", got.Changes)
	}
}

func TestCompareRecordUsesGivenSentences(t *testing.T) {
	var got struct {
		Pairs []struct{ Old, New [2]int }
	}
	answers(t, compareRecord, `{"id":1,"old":"a b c d","new":"a b c d","old_sents":[[0,3],[4,7]],"new_sents":[[0,3],[4,7]]}`, &got)
	if len(got.Pairs) != 2 || got.Pairs[1].New != [2]int{4, 7} {
		t.Errorf("%+v", got.Pairs)
	}
}

func TestCompareRecordRefusesOverlappingSentences(t *testing.T) {
	_, err := compareRecord(context.Background(), []byte(`{"id":1,"old":"a b","new":"a","old_sents":[[0,2],[1,3]]}`))
	if err == nil || !strings.Contains(err.Error(), "overlaps") {
		t.Errorf("%v", err)
	}
}

func TestAnchorRecordTellsFateInCodePoints(t *testing.T) {
	type answer struct {
		Fate    string
		Span    *[2]int
		Reasons []string
	}
	var got answer
	answers(t, anchorRecord, `{"id":"a","old":"Żółw śpi. At least 12 people died.","new":"Wcześniej: Żółw śpi. At least 12 people died.","span":[19,28]}`, &got)
	if got.Fate != "intact" || got.Span == nil || *got.Span != [2]int{30, 39} || got.Reasons == nil {
		t.Errorf("%+v", got)
	}
	got = answer{}
	answers(t, anchorRecord, `{"id":"a","old":"At least 12 people died.","new":"At least 15 people died.","span":[9,18]}`, &got)
	if got.Fate != "altered" || len(got.Reasons) != 1 || got.Reasons[0] != "figure 12 → 15" {
		t.Errorf("%+v", got)
	}
	for _, bad := range []string{`{"id":"a","old":"x","new":"x"}`, `{"id":"a","old":"x","new":"x","span":[0,9]}`} {
		if _, err := anchorRecord(context.Background(), []byte(bad)); err == nil {
			t.Errorf("%s is accepted", bad)
		}
	}
}

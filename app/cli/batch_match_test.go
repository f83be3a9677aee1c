package cli

import (
	"context"
	"encoding/json"
	"testing"
)

func TestMatchRecordsAreAnswered(t *testing.T) {
	const passage = `“We are ready to sign tonight if every prisoner is home by noon,” Mira Solberg said on Tuesday. At least 12 people were killed in Norrby on Monday, police said.`
	for _, c := range []struct{ name, claim, want string }{
		{"a cut is found", `{"kind":"quote","text":"“We are ready to sign tonight.”","speaker":"Mira Solberg"}`, "silent_truncation"},
		{"a marked cut is one", `{"kind":"quote","text":"We are ready to sign tonight …","speaker":"Mira Solberg"}`, "marked_truncation"},
		{"another speaker is one", `{"kind":"quote","text":"We are ready to sign tonight if every prisoner is home by noon.","speaker":"Danilo Petrescu"}`, "other_speaker"},
		{"a figure agrees", `{"kind":"figure","text":"At least 12 people were killed in Norrby.","date":"2031-05-07","place":"Norrby"}`, "agrees"},
		{"a lower one is vaguer", `{"kind":"figure","text":"15 killed","date":"2031-05-07T10:00:00Z","place":"Norrby"}`, "compatible"},
		{"an earlier one is outdated", `{"kind":"figure","text":"5 killed","date":"2031-05-06","place":"Norrby"}`, "outdated"},
		{"nobody counted, nothing found", `{"kind":"figure","text":"The harbour burned."}`, "unrelated"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := json.Marshal(passage)
			if err != nil {
				t.Fatal(err)
			}
			line := `{"id":"x","unknown":true,"claim":` + c.claim + `,"passage":` + string(text) + `,"meta":{"date":"2031-05-07"}}`
			v, err := matchRecord(context.Background(), []byte(line))
			if err != nil {
				t.Fatal(err)
			}
			out, ok := v.(matchOut)
			if !ok || string(out.Relation) != c.want || string(out.ID) != `"x"` || out.Why == "" || out.Differences == nil {
				t.Errorf("got %+v, want %s", v, c.want)
			}
		})
	}
}

func TestMatchRecordsThatCannotBeAnsweredSayWhy(t *testing.T) {
	for _, line := range []string{`{"id":1,"claim":{"kind":"quote"},"passage":"x"}`, `{"id":1,"claim":{"kind":"rumour","text":"x"},"passage":"x"}`, `[]`} {
		if v, err := matchRecord(context.Background(), []byte(line)); err == nil {
			t.Errorf("%s: answered with %v", line, v)
		}
	}
}

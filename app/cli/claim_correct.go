package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/extract"
)

// correctFlags are what a checker makes of a claim's words.
type correctFlags struct {
	said   map[claims.Field]*string
	asRead bool
}

func (f *correctFlags) add(c *cobra.Command) {
	f.said = map[claims.Field]*string{}
	for _, x := range []struct {
		field claims.Field
		help  string
	}{
		{claims.FieldSpeaker, "correct `WHO` says it: the full name of a quote's speaker, the origin of a number"},
		{claims.FieldRange, "correct the `NUMBER`: 12, 'at least 12', '10 to 15'"},
		{claims.FieldOutcome, "correct the `OUTCOME` of a casualty figure: killed, injured, missing …"},
		{claims.FieldPopulation, "correct whom a casualty figure `COUNTS`: people, civilians, police …"},
		{claims.FieldPlace, "correct the `PLACE`"},
		{claims.FieldDate, "correct the `DATE`: 2025-05-03, or 2025-05-01 to 2025-05-03"},
	} {
		f.said[x.field] = c.Flags().String(string(x.field), "", x.help)
	}
	c.Flags().BoolVar(&f.asRead, "as-read", false, "take what Stet reads in the words, not what a checker made of them")
}

// given reports whether anything is to be corrected.
func (f *correctFlags) given(c *cobra.Command) bool {
	for _, field := range claims.Fields {
		if c.Flags().Changed(string(field)) {
			return true
		}
	}
	return f.asRead
}

// correct gives a body with what the flags say; dates count from base.
func (f *correctFlags) correct(c *cobra.Command, b claims.Body, base time.Time) (claims.Body, error) {
	for _, field := range claims.Fields {
		if !c.Flags().Changed(string(field)) {
			continue
		}
		var err error
		if b, err = extract.Retype(b, field, *f.said[field], base); err != nil {
			return b, usagef("%w", err)
		}
	}
	return b, nil
}

// correctionLine says what was corrected: "speaker: Kade → Anna Kade".
func correctionLine(read, now claims.Body) string {
	var out []string
	for _, x := range claims.Changes(read, now) {
		out = append(out, x.String())
	}
	return strings.Join(out, "; ")
}

// correctionJSON is a correction as it is printed.
type correctionJSON struct {
	By      string               `json:"by"`
	At      time.Time            `json:"at"`
	Read    claims.Reading       `json:"read"`
	Changes []claims.FieldChange `json:"changes"`
}

func (x correctionJSON) String() string {
	var out []string
	for _, c := range x.Changes {
		out = append(out, c.String())
	}
	return fmt.Sprintf("corrected by %s: %s", x.By, strings.Join(out, "; "))
}

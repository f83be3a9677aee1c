package claims

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Sound says what is wrong with an event as somebody typed it; nil if nothing is.
func (e Event) Sound() error {
	if strings.TrimSpace(e.Name) == "" {
		return errors.New("an event needs a name")
	}
	for _, d := range []string{e.From, e.To} {
		if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
			return fmt.Errorf("%q is no day; write it as 2025-05-01", d)
		}
	}
	if e.From != "" && e.To != "" && e.To < e.From {
		return fmt.Errorf("an event cannot end (%s) before it begins (%s)", e.To, e.From)
	}
	return nil
}

package present

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"stet/claims/ledger"
)

// Theme is which colours the window has.
type Theme string

// The themes.
const (
	ThemeSystem Theme = ""
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Settings is what the window remembers between two runs.
type Settings struct {
	Memory
	keep  Keeper
	sched Scheduler
	stop  func()
}

// Memory is the remembered values; their JSON is the file.
type Memory struct {
	Who    ledger.Who         `json:"who"`
	Given  ledger.Who         `json:"given"`            // whom the system took the person for
	Desk   string             `json:"desk,omitempty"`   // folder of the last one
	Recent []string           `json:"recent,omitempty"` // folders, last first
	Routes map[string]Route   `json:"routes,omitempty"` // by desk
	Width  float32            `json:"width,omitempty"`
	Height float32            `json:"height,omitempty"`
	Splits map[string]float64 `json:"splits,omitempty"` // 0 to 1, by name
	Hidden map[string]bool    `json:"hidden,omitempty"` // panes, by name
	Theme  Theme              `json:"theme,omitempty"`
	Scale  float32            `json:"scale,omitempty"`  // of the text; 0 is 1
	Choice map[string]string  `json:"choice,omitempty"` // filters, orders, last folders, by name
}

// Keeper reads and writes the settings file. A file that is not there reads as
// nothing.
type Keeper struct {
	Load func() ([]byte, error)
	Save func([]byte) error
}

// saveDelay gathers changes, such as those of a divider being dragged.
const saveDelay = 500 * time.Millisecond

// recentDesks is how many desks are remembered.
const recentDesks = 8

// LoadSettings reads what was remembered. Settings that cannot be read count as
// none: they hold nothing that matters.
func LoadSettings(s Scheduler, k Keeper) *Settings {
	out := &Settings{keep: k, sched: s}
	if k.Load != nil {
		if b, err := k.Load(); err == nil && len(b) > 0 {
			var m Memory
			if json.Unmarshal(b, &m) == nil {
				out.Memory = m
			}
		}
	}
	if out.Routes == nil {
		out.Routes = map[string]Route{}
	}
	if out.Splits == nil {
		out.Splits = map[string]float64{}
	}
	if out.Hidden == nil {
		out.Hidden = map[string]bool{}
	}
	if out.Choice == nil {
		out.Choice = map[string]string{}
	}
	return out
}

// Touch remembers the values as they are now, soon.
func (s *Settings) Touch() {
	if s.stop == nil && s.keep.Save != nil {
		s.stop = s.sched.After(saveDelay, func() { s.stop = nil; s.Flush() })
	}
}

// Flush writes the settings now. That they cannot be written is no reason to
// interrupt anybody.
func (s *Settings) Flush() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	if s.keep.Save == nil {
		return
	}
	if b, err := json.MarshalIndent(s.Memory, "", "  "); err == nil {
		_ = s.keep.Save(append(b, '\n'))
	}
}

// opened remembers which desk is open.
func (s *Settings) opened(dir string) {
	s.Desk = dir
	s.Recent = slices.DeleteFunc(s.Recent, func(d string) bool { return d == dir })
	s.Recent = slices.Insert(s.Recent, 0, dir)
	for _, old := range s.Recent[min(recentDesks, len(s.Recent)):] {
		maps.DeleteFunc(s.Routes, func(d string, _ Route) bool { return d == old })
	}
	s.Recent = s.Recent[:min(recentDesks, len(s.Recent))]
	s.Touch()
}

// TextScale is how much larger than normal the text is.
func (s *Settings) TextScale() float32 {
	if s.Scale <= 0 {
		return 1
	}
	return s.Scale
}

// Pick remembers a choice by name; "" forgets it.
func (s *Settings) Pick(name, value string) {
	if s.Choice[name] == value {
		return
	}
	s.Choice[name] = value
	if value == "" {
		delete(s.Choice, name)
	}
	s.Touch()
}

// Introduce says who the system takes the person for. It counts until they say
// otherwise, and again when the system changes its mind.
func (s *Settings) Introduce(w ledger.Who) {
	if s.Who.Name == "" || w != s.Given {
		s.Who, s.Given = w, w
	}
}

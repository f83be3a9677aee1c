package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// Scheduler brings work onto Fyne's goroutine. It implements
// present.Scheduler.
type Scheduler struct{}

// Post implements present.Scheduler. This is the only fyne.Do of the program.
func (Scheduler) Post(f func()) { fyne.Do(f) }

// Go implements present.Scheduler.
func (Scheduler) Go(f func()) { go f() }

// After implements present.Scheduler.
func (s Scheduler) After(d time.Duration, f func()) (stop func()) {
	stopped := false // only touched on Fyne's goroutine
	t := time.AfterFunc(d, func() {
		s.Post(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() { stopped = true; t.Stop() }
}

package present

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"stet/app/workspace"
)

func TestALaterLoadCancelsAnEarlierOne(t *testing.T) {
	q := NewQueue()
	l := NewLoader(q)
	cancelled := make(chan struct{})
	var shown []string
	l.Start(func(ctx context.Context) func() {
		<-ctx.Done()
		close(cancelled)
		return func() { shown = append(shown, "first") }
	})
	l.Start(func(context.Context) func() {
		<-cancelled // the first one has been told
		return func() { shown = append(shown, "second") }
	})
	if !l.Busy() {
		t.Error("it is not busy while it loads")
	}
	q.Settle()
	if !slices.Equal(shown, []string{"second"}) {
		t.Errorf("shown: %q", shown)
	}
	if l.Busy() {
		t.Error("it is busy after it has loaded")
	}
}

func TestAStoppedLoadShowsNothing(t *testing.T) {
	q := NewQueue()
	l := NewLoader(q)
	l.Start(func(context.Context) func() { return func() { t.Error("shown after all") } })
	l.Stop()
	q.Settle()
}

func TestTimersRunInTheirOrderWhenTimePasses(t *testing.T) {
	q := NewQueue()
	var ran []string
	note := func(s string) func() { return func() { ran = append(ran, s) } }
	q.After(3*time.Second, note("third"))
	q.After(time.Second, func() { note("first")(); q.After(time.Second, note("second")) })
	stop := q.After(2*time.Second, note("stopped"))
	stop()
	q.Advance(999 * time.Millisecond)
	if len(ran) != 0 {
		t.Fatalf("too early: %q", ran)
	}
	q.Advance(2 * time.Second)
	q.Advance(time.Second)
	if !slices.Equal(ran, []string{"first", "second", "third"}) {
		t.Errorf("ran %q", ran)
	}
}

func TestJobsRunOneAfterAnotherAndTellHowFarTheyAre(t *testing.T) {
	q := NewQueue()
	j := newJobs(q)
	var order []string
	counted, goOn := make(chan struct{}), make(chan struct{})
	j.Start("First", func(_ context.Context, on workspace.OnItem) error {
		on(3, 12, "three.txt")
		close(counted)
		<-goOn
		order = append(order, "first")
		return nil
	}, func(err error) { order = append(order, "then") })
	j.Start("Second", func(context.Context, workspace.OnItem) error { order = append(order, "second"); return nil }, nil)
	<-counted
	tick(q)
	if j.Now == nil || j.Now.Done != 3 || j.Now.Total != 12 || j.Now.Item != "three.txt" || j.Now.Share() != 0.25 {
		t.Errorf("shown: %+v", j.Now)
	}
	close(goOn)
	q.Settle()
	if !slices.Equal(order, []string{"first", "then", "second"}) {
		t.Errorf("order: %q", order)
	}
	if j.Now != nil {
		t.Errorf("still shown: %+v", j.Now)
	}
}

// tick runs the timers that are due without waiting for goroutines.
func tick(q *Queue) {
	if f := q.due(jobTick); f != nil {
		f()
	}
}

func TestACancelledJobSaysSo(t *testing.T) {
	q := NewQueue()
	j := newJobs(q)
	var got error
	j.Start("Long", func(ctx context.Context, _ workspace.OnItem) error { <-ctx.Done(); return nil }, func(err error) { got = err })
	j.Cancel()
	if !j.Now.Cancelling {
		t.Error("nothing says that it is being cancelled")
	}
	q.Settle()
	if !Cancelled(got) {
		t.Errorf("it ended with %v", got)
	}
	if Cancelled(errors.New("full")) {
		t.Error("any error counts as cancelled")
	}
}

func TestToastsWaitForOneAnother(t *testing.T) {
	q := NewQueue()
	s := newToasts(q)
	s.Show("one")
	q.Advance(toastTime - time.Second)
	if s.Now == nil || s.Now.Text != "one" {
		t.Fatalf("shown: %+v", s.Now)
	}
	pressed := false
	s.Offer("two", "Undo", func() { pressed = true })
	if s.Now.Text != "one" {
		t.Fatal("the first one was not left to be read")
	}
	q.Advance(toastHurry)
	if s.Now == nil || s.Now.Text != "two" {
		t.Fatalf("shown: %+v", s.Now)
	}
	s.Take()
	if !pressed || s.Now != nil {
		t.Errorf("pressed %v, shown %+v", pressed, s.Now)
	}
	s.Show("three")
	q.Advance(toastTime)
	if s.Now != nil {
		t.Error("a toast stays for ever")
	}
}

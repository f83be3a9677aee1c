package present

import (
	"context"
	"sync"
	"time"
)

// Scheduler is the only way off the screen's goroutine and back onto it.
type Scheduler interface {
	// Post runs f on the screen's goroutine soon, in the order of the calls. It
	// may be called from anywhere.
	Post(f func())
	// Go runs f on a goroutine of its own.
	Go(f func())
	// After runs f on the screen's goroutine when d has passed, unless stop is
	// called before.
	After(d time.Duration, f func()) (stop func())
}

// Loader reads something for the screen off its goroutine. A later Start, or
// Stop, cancels an earlier one, whose result is then never shown.
type Loader struct {
	sched  Scheduler
	cancel context.CancelFunc
	round  int
}

// NewLoader makes a loader.
func NewLoader(s Scheduler) *Loader { return &Loader{sched: s} }

// Start runs work elsewhere and what it returns on the screen's goroutine. work
// must not touch view models; the function it returns may. A nil result shows
// nothing.
func (l *Loader) Start(work func(ctx context.Context) (show func())) {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	round := l.round
	l.sched.Go(func() {
		show := work(ctx)
		l.sched.Post(func() {
			if round != l.round {
				return
			}
			l.Stop()
			if show != nil {
				show()
			}
		})
	})
}

// Busy tells whether something is being loaded.
func (l *Loader) Busy() bool { return l.cancel != nil }

// Stop cancels what is being loaded.
func (l *Loader) Stop() {
	l.round++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Queue is a Scheduler without a screen: what is posted waits until Settle runs
// it, on the goroutine that calls Settle, which thereby is the screen's. Timers
// run when Advance says that time has passed. It makes tests of view models and
// of the window deterministic.
type Queue struct {
	mu      sync.Mutex
	idle    sync.Cond
	posted  []func()
	working int // goroutines under way
	now     time.Duration
	timers  []*timer
}

type timer struct {
	at time.Duration
	f  func()
}

// NewQueue makes an empty queue.
func NewQueue() *Queue {
	q := &Queue{}
	q.idle.L = &q.mu
	return q
}

// Post implements Scheduler.
func (q *Queue) Post(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.posted = append(q.posted, f)
	q.idle.Broadcast()
}

// Go implements Scheduler.
func (q *Queue) Go(f func()) {
	q.mu.Lock()
	q.working++
	q.mu.Unlock()
	go func() {
		defer func() {
			q.mu.Lock()
			q.working--
			q.idle.Broadcast()
			q.mu.Unlock()
		}()
		f()
	}()
}

// After implements Scheduler.
func (q *Queue) After(d time.Duration, f func()) (stop func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	t := &timer{q.now + d, f}
	q.timers = append(q.timers, t)
	return func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		t.f = nil
	}
}

// Settle runs what was posted until nothing is posted and nothing is under way.
func (q *Queue) Settle() {
	for {
		q.mu.Lock()
		for len(q.posted) == 0 && q.working > 0 {
			q.idle.Wait()
		}
		if len(q.posted) == 0 {
			q.mu.Unlock()
			return
		}
		f := q.posted[0]
		q.posted = q.posted[1:]
		q.mu.Unlock()
		f()
	}
}

// Advance settles, lets time pass and runs the timers that are due, the earliest
// first, settling after each.
func (q *Queue) Advance(d time.Duration) {
	q.Settle()
	q.mu.Lock()
	end := q.now + d
	q.mu.Unlock()
	for f := q.due(end); f != nil; f = q.due(end) {
		f()
		q.Settle()
	}
	q.mu.Lock()
	q.now = end
	q.mu.Unlock()
}

// due takes the earliest timer that is due by end.
func (q *Queue) due(end time.Duration) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	best := -1
	for i, t := range q.timers {
		if t.f != nil && t.at <= end && (best < 0 || t.at < q.timers[best].at) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	t := q.timers[best]
	q.timers = append(q.timers[:best:best], q.timers[best+1:]...)
	q.now = max(q.now, t.at)
	return t.f
}

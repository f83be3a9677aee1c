package present

import (
	"context"
	"sync"
	"time"

	"stet/app/workspace"
)

// Job is a long piece of work as the header shows it.
type Job struct {
	Title       string
	Done, Total int // Total 0: not known
	Item        string
	Cancelling  bool
}

// Share is how much of the job is done, 0 to 1; 0 while that is not known.
func (j Job) Share() float64 {
	if j.Total <= 0 {
		return 0
	}
	return min(1, float64(j.Done)/float64(j.Total))
}

// Jobs runs long work, one piece at a time, in the order asked for. The worker
// counts; a timer looks at the count and tells the screen.
type Jobs struct {
	Now     *Job // nil: nothing is under way
	Changed func()

	sched   Scheduler
	waiting []job
	cancel  context.CancelFunc
	count   *count
}

type job struct {
	title string
	run   func(context.Context, workspace.OnItem) error
	then  func(error)
}

// count is where a worker writes how far it is.
type count struct {
	mu          sync.Mutex
	done, total int
	item        string
}

// show tells a pane how far a worker is, ten times a second while it is busy.
func (c *count) show(sched Scheduler, busy *bool, job *Job, changed func()) {
	sched.After(jobTick, func() {
		if !*busy {
			return
		}
		c.mu.Lock()
		now := Job{Title: job.Title, Done: c.done, Total: c.total, Item: c.item}
		c.mu.Unlock()
		if now != *job {
			*job = now
			changed()
		}
		c.show(sched, busy, job, changed)
	})
}

func (c *count) set(done, total int, item string) {
	c.mu.Lock()
	c.done, c.total, c.item = done, total, item
	c.mu.Unlock()
}

// jobTick is how often the screen is told: ten times a second reads as moving
// and costs nothing.
const jobTick = 100 * time.Millisecond

func newJobs(s Scheduler) *Jobs { return &Jobs{sched: s, Changed: func() {}} }

// Start runs work off the screen's goroutine when what was started before is
// done, and then on the screen's, with the error, which is context.Canceled if
// the person cancelled.
func (j *Jobs) Start(title string, run func(context.Context, workspace.OnItem) error, then func(error)) {
	j.waiting = append(j.waiting, job{title, run, then})
	if j.Now == nil {
		j.next()
	}
}

// Cancel asks the work under way to stop. What it finished stays.
func (j *Jobs) Cancel() {
	if j.Now == nil || j.Now.Cancelling {
		return
	}
	j.Now.Cancelling = true
	j.cancel()
	j.Changed()
}

// CancelAll cancels also what waits, whose then is not called.
func (j *Jobs) CancelAll() {
	j.waiting = nil
	j.Cancel()
}

func (j *Jobs) next() {
	j.Now = nil
	if len(j.waiting) == 0 {
		j.Changed()
		return
	}
	next := j.waiting[0]
	j.waiting = j.waiting[1:]
	ctx, cancel := context.WithCancel(context.Background())
	c := &count{}
	j.Now, j.cancel, j.count = &Job{Title: next.title}, cancel, c
	j.Changed()
	j.tick(c)
	j.sched.Go(func() {
		err := next.run(ctx, c.set)
		j.sched.Post(func() {
			if err == nil && ctx.Err() != nil {
				err = context.Canceled
			}
			cancel()
			j.count = nil
			if next.then != nil {
				next.then(err)
			}
			j.next()
		})
	})
}

func (j *Jobs) tick(c *count) {
	j.sched.After(jobTick, func() {
		if j.count != c {
			return
		}
		c.mu.Lock()
		now := Job{Title: j.Now.Title, Cancelling: j.Now.Cancelling, Done: c.done, Total: c.total, Item: c.item}
		c.mu.Unlock()
		if now != *j.Now {
			*j.Now = now
			j.Changed()
		}
		j.tick(c)
	})
}

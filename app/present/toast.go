package present

import "time"

// Toast is a sentence that says what has just happened and goes by itself.
type Toast struct {
	Text   string
	Action string // a button, if not empty
	Run    func()
}

// Toasts shows one toast after another.
type Toasts struct {
	Now     *Toast // nil: none
	Changed func()

	sched   Scheduler
	waiting []Toast
	stop    func()
}

// toastTime is how long a toast stays: long enough to read two lines. When
// others wait it is cut to toastHurry.
const (
	toastTime  = 6 * time.Second
	toastHurry = 1500 * time.Millisecond
)

func newToasts(s Scheduler) *Toasts { return &Toasts{sched: s, Changed: func() {}} }

// Show queues a sentence.
func (t *Toasts) Show(text string) { t.Offer(text, "", nil) }

// Offer queues a sentence with a button.
func (t *Toasts) Offer(text, action string, run func()) {
	t.waiting = append(t.waiting, Toast{text, action, run})
	if t.Now == nil {
		t.next()
		return
	}
	t.arm(toastHurry)
}

// Dismiss takes the toast away.
func (t *Toasts) Dismiss() { t.next() }

// Take presses the toast's button.
func (t *Toasts) Take() {
	now := t.Now
	t.next()
	if now != nil && now.Run != nil {
		now.Run()
	}
}

func (t *Toasts) next() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.Now = nil
	if len(t.waiting) > 0 {
		n := t.waiting[0]
		t.waiting = t.waiting[1:]
		t.Now = &n
		d := toastTime
		if len(t.waiting) > 0 {
			d = toastHurry
		}
		t.arm(d)
	}
	t.Changed()
}

func (t *Toasts) arm(d time.Duration) {
	if t.stop != nil {
		t.stop()
	}
	t.stop = t.sched.After(d, func() { t.stop = nil; t.next() })
}

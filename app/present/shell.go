package present

import (
	"context"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// Shell is what the whole window shares: the open desk, what is open in it, the
// acts and jobs under way, and the actions.
type Shell struct {
	Sched    Scheduler
	Settings *Settings
	Jobs     *Jobs
	Toasts   *Toasts
	Ask      Asks
	Folders  Folders
	Changed  func() // what the frame of the window shows changed

	Desk    *workspace.Workspace // nil: none is open
	Name    string               // of the desk
	Opening bool                 // a desk is being opened

	Route    Route
	Selected Selected
	Counts   Counts
	Findings []workspace.Finding                  // what later versions did; newest state after every act
	Support  map[claims.ID]workspace.Independence // where support comes from; newest state after every act
	Coverage Coverage
	Verified string                  // outcome of verifying this desk; "" if that was not done
	Check    *workspace.Verification // of the last verifying; nil if that was not done

	listeners []Listener
	bound     map[ActionID]Binding
	trail     Trail
	acts      []act
	acting    bool
	life      context.Context // of the open desk
	end       context.CancelFunc
	unwatch   func()
	inbox     arrived
	summing   *Loader
	// supporting counts sources.
	supporting *Loader
	config     func(dir string) workspace.Config
}

// Listener hears of what happens to the shell. Any of its functions may be nil.
// All are called on the screen's goroutine.
type Listener struct {
	Desk     func()               // another desk is open, or none: forget everything
	Acts     func([]ledger.Entry) // the desk changed
	Route    func(was Route)      // something else is open
	Selected func()               // other words are selected in the reading pane
	Findings func()               // Findings and Counts are new
	Support  func()               // Support is new
	Verified func()               // the desk was verified
}

// Selected is the words selected in the reading pane.
type Selected struct {
	Place source.Place
	Text  string
}

// Empty tells whether no words are selected.
func (s Selected) Empty() bool { return s.Text == "" }

// NewShell makes a shell without a desk. config completes how a desk is opened:
// clock, randomness, log.
func NewShell(sched Scheduler, settings *Settings, config func(dir string) workspace.Config) *Shell {
	s := &Shell{
		Sched: sched, Settings: settings, Jobs: newJobs(sched), Toasts: newToasts(sched),
		Changed: func() {}, bound: map[ActionID]Binding{}, summing: NewLoader(sched), supporting: NewLoader(sched), config: config,
	}
	s.Ask = Asks{
		Tell:    func(Problem) {},
		Confirm: func(_, _, _ string, _ func()) {},
		Text:    func(TextQuestion, func(string)) {},
		Form:    func(FormQuestion, func([]string)) {},
		Pick:    func(string, []Option, func(int)) {},
		Open:    func(FileQuestion, func([]string)) {},
		Save:    func(FileQuestion, func(string)) {},
		Copy:    func(string) {},
		Quit:    func() {},
	}
	s.bindOwn()
	s.bindDesk()
	return s
}

// Listen adds a listener. It is not called for what happened before.
func (s *Shell) Listen(l Listener) { s.listeners = append(s.listeners, l) }

// Fail shows an error to the person, unless it only says that they cancelled.
func (s *Shell) Fail(err error) {
	if err != nil && !Cancelled(err) {
		s.Ask.Tell(Explain(err))
	}
}

// Context ends when the desk is closed.
func (s *Shell) Context() context.Context { return s.life }

// ReadOnly tells whether the desk cannot be changed.
func (s *Shell) ReadOnly() bool { return s.Desk == nil || s.Desk.ReadOnly() }

// Adopt shows a desk that was just opened, in place of the one shown before,
// which must have been let go with CloseDesk.
func (s *Shell) Adopt(w *workspace.Workspace) {
	s.Desk = w
	s.life, s.end = context.WithCancel(context.Background())
	s.unwatch = w.Watch(func(entries []ledger.Entry) {
		if s.inbox.add(entries) {
			s.Sched.Post(s.arrive)
		}
	})
	w.View(func(st *ledger.State) { s.Name = st.Policy.Name })
	s.Route = s.Settings.Routes[w.Dir()]
	if s.Route.Place == "" {
		s.Route = firstRoute(w)
	}
	s.checkRoute()
	s.trail = Trail{}
	s.Selected, s.Findings, s.Counts, s.Coverage = Selected{}, nil, Counts{}, Coverage{}
	s.Settings.opened(w.Dir())
	s.tell(func(l Listener) {
		if l.Desk != nil {
			l.Desk()
		}
	})
	s.sum()
	s.Changed()
}

// CloseDesk lets the desk go: jobs are cancelled and waited for, then done runs.
func (s *Shell) CloseDesk(done func()) {
	w := s.Desk
	if w == nil {
		done()
		return
	}
	s.remember()
	s.unwatch()
	s.end()
	s.Jobs.CancelAll()
	s.acts = nil
	s.Desk, s.Name = nil, ""
	s.summing.Stop()
	s.supporting.Stop()
	s.Support = nil
	s.Selected, s.Findings, s.Counts, s.Coverage, s.Verified, s.Check = Selected{}, nil, Counts{}, Coverage{}, "", nil
	s.tell(func(l Listener) {
		if l.Desk != nil {
			l.Desk()
		}
	})
	s.Changed()
	s.Jobs.Start("Closing the desk", func(context.Context, workspace.OnItem) error { return w.Close() }, func(err error) {
		s.Fail(err)
		done()
	})
}

// remember keeps where one was on the desk.
func (s *Shell) remember() {
	if s.Desk != nil {
		s.Settings.Routes[s.Desk.Dir()] = s.Route
		s.Settings.Touch()
	}
}

func (s *Shell) tell(f func(Listener)) {
	for _, l := range s.listeners {
		f(l)
	}
}

func (s *Shell) arrive() {
	entries := s.inbox.take()
	if s.Desk == nil || len(entries) == 0 {
		return
	}
	s.Desk.View(func(st *ledger.State) { s.Name = st.Policy.Name })
	s.checkRoute()
	s.tell(func(l Listener) {
		if l.Acts != nil {
			l.Acts(entries)
		}
	})
	s.sum()
	s.Changed()
}

// bindOwn binds the actions that need no pane.
func (s *Shell) bindOwn() {
	open := func() bool { return s.Desk != nil }
	s.On(ActUndo, s.Undo, open)
	s.On(ActRedo, s.Redo, open)
	s.On(ActBack, s.Back, s.CanBack)
	s.On(ActForward, s.Forward, s.CanForward)
	for id, p := range map[ActionID]Place{ActSources: PlaceSources, ActClaims: PlaceClaims, ActEvents: PlaceEvents, ActQuotes: PlaceQuotes, ActInbox: PlaceInbox,
		ActReview: PlaceReview, ActReports: PlaceReports, ActHistory: PlaceHistory} {
		s.Bind(id, Binding{Run: func() { s.Go(s.Route.At(p)) }, Enabled: open,
			Checked: func() bool { return s.Desk != nil && s.Route.Place == p && !s.Route.Comparing() }})
	}
	for id, side := range map[ActionID]Side{ActProposals: SideProposals, ActInspector: SideClaim, ActCoverage: SideCoverage} {
		s.Bind(id, Binding{Run: func() { s.ShowSide(side) }, Enabled: open,
			Checked: func() bool { return s.Side() == side }})
	}
	s.On(ActSettings, s.AskWho, nil)
	s.On(ActQuit, func() { s.Ask.Quit() }, nil)
}

// AskWho lets the person say who they are, and whether they check or edit on this
// desk.
func (s *Shell) AskWho() {
	who := s.Settings.Who
	edits := ""
	if who.Role == ledger.Editor {
		edits = "yes"
	}
	s.Ask.Form(FormQuestion{Title: "You and this desk", Yes: "Keep", Fields: []Field{
		{Label: "Your name: it stands beside every decision you make", Value: who.Name},
		{Label: "I am an editor", Hint: "I approve or return what checkers submit", Value: edits, Switch: true},
	}, Check: func(answers []string) string {
		if strings.TrimSpace(answers[0]) == "" {
			return "Give a name: decisions of nobody prove nothing."
		}
		return ""
	}}, func(answers []string) {
		role := ledger.Checker
		if answers[1] != "" {
			role = ledger.Editor
		}
		s.become(ledger.Who{Name: strings.TrimSpace(answers[0]), Role: role})
	})
}

// become changes who one is: the desk is opened anew in that name.
func (s *Shell) become(who ledger.Who) {
	if who == s.Settings.Who {
		return
	}
	s.Settings.Who = who
	s.Settings.Touch()
	if w := s.Desk; w != nil {
		r := DeskRequest{Dir: w.Dir(), ReadOnly: w.ReadOnly()}
		s.Opening = true
		s.CloseDesk(func() { s.openNow(r) })
	}
}

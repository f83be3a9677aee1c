package present

import (
	"context"
	"errors"
	"strings"
	"sync"

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

// Asks is how view models ask the person; the window fills it in. Answers come
// on the screen's goroutine; no answer comes if the person turns away.
type Asks struct {
	// Tell shows what went wrong.
	Tell func(Problem)
	// Confirm asks a question with yes as the button.
	Confirm func(title, text, yes string, then func())
	// Text asks for a text.
	Text func(TextQuestion, func(string))
	// Form asks for several things at once; the answers come in the order of the
	// fields.
	Form func(FormQuestion, func(answers []string))
	// Pick lets choose one of several.
	Pick func(title string, options []Option, then func(i int))
	// Open lets choose what to read.
	Open func(what FileQuestion, then func(paths []string))
	// Save lets choose where to write a file.
	Save func(what FileQuestion, then func(path string))
	// Copy puts text on the clipboard.
	Copy func(string)
	// Quit ends the program.
	Quit func()
}

// TextQuestion asks for a text.
type TextQuestion struct {
	Title, Label, Hint, Value, Yes string
	Lines                          int  // more than 1: several lines
	Needed                         bool // an empty answer is none
}

// FormQuestion asks for several things at once.
type FormQuestion struct {
	Title, Yes string
	Fields     []Field
	Check      func(answers []string) string // what is wrong with the answers, "" if nothing; nil: never
}

// Field is one line of a form. A switch answers "yes" or "".
type Field struct {
	Label, Value, Hint string
	Switch             bool
}

// Option is one of several things to choose from.
type Option struct{ Title, Detail string }

// FileQuestion asks for files or a folder.
type FileQuestion struct {
	Title  string
	Folder bool
	Start  string // folder to start in
	Name   string // proposed for a file to be written
}

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

// firstRoute is where a desk opens that was never open here: at the story being
// checked, if there is one.
func firstRoute(w *workspace.Workspace) Route {
	r := Route{Place: PlaceSources}
	w.View(func(st *ledger.State) {
		for _, id := range st.Filed {
			if a := st.Articles[id]; a.Role == source.Story && a.Latest() != nil {
				r.Version = a.Latest().ID
				return
			}
		}
	})
	return r
}

// checkRoute drops from a remembered route what the desk does not have.
func (s *Shell) checkRoute() {
	has := func(v source.VersionID) bool { _, err := s.Desk.Version(v); return err == nil }
	if !s.Route.Version.IsZero() && !has(s.Route.Version) {
		s.Route.Version, s.Route.Span = source.VersionID{}, source.Span{}
	}
	if s.Route.Comparing() && (s.Route.Version.IsZero() || !has(s.Route.Against)) {
		s.Route.Against = source.VersionID{}
	}
	if s.Route.Claim != "" {
		if _, err := s.Desk.Claim(s.Route.Claim); err != nil {
			s.Route = s.Route.WithClaim("")
		}
	}
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

// arrived gathers entries between an act and the screen's next turn.
type arrived struct {
	mu      sync.Mutex
	entries []ledger.Entry
}

// add tells whether the screen must be woken.
func (a *arrived) add(e []ledger.Entry) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.entries = append(a.entries, e...)
	return len(a.entries) == len(e)
}

func (a *arrived) take() []ledger.Entry {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := a.entries
	a.entries = nil
	return out
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

// Go opens something else; back leads to what was open before.
func (s *Shell) Go(r Route) {
	if r == s.Route || s.Desk == nil {
		return
	}
	s.trail.push(s.Route)
	s.enter(r)
}

// Replace is Go without a step to come back to: for small moves within what is
// open, such as from one proposal to the next.
func (s *Shell) Replace(r Route) {
	if r != s.Route && s.Desk != nil {
		s.enter(r)
	}
}

// Back goes to what was open before; Forward takes that back.
func (s *Shell) Back() { s.step(true) }

// Forward takes a Back back.
func (s *Shell) Forward() { s.step(false) }

// CanBack and CanForward tell whether there is somewhere to go.
func (s *Shell) CanBack() bool { return s.Desk != nil && len(s.trail.back) > 0 }

// CanForward tells whether Forward leads anywhere.
func (s *Shell) CanForward() bool { return s.Desk != nil && len(s.trail.forward) > 0 }

func (s *Shell) step(back bool) {
	if s.Desk == nil {
		return
	}
	if r, ok := s.trail.step(s.Route, back); ok {
		s.enter(r)
	}
}

func (s *Shell) enter(r Route) {
	was := s.Route
	s.Route = r
	s.checkRoute()
	s.remember()
	s.tell(func(l Listener) {
		if l.Route != nil {
			l.Route(was)
		}
	})
	s.Changed()
}

// Select notes which words are selected in the reading pane.
func (s *Shell) Select(sel Selected) {
	if sel == s.Selected {
		return
	}
	s.Selected = sel
	s.tell(func(l Listener) {
		if l.Selected != nil {
			l.Selected()
		}
	})
	s.Changed()
}

type act struct {
	do   func(context.Context, *workspace.Workspace) error
	then func()
}

// Act does something short to the desk, off the screen's goroutine, one act
// after another in the order asked for. An error is shown to the person;
// otherwise then runs, after the panes have heard of the change. then may be
// nil.
func (s *Shell) Act(do func(context.Context, *workspace.Workspace) error, then func()) {
	if s.Desk == nil {
		return
	}
	s.acts = append(s.acts, act{do, then})
	if !s.acting {
		s.nextAct()
	}
}

func (s *Shell) nextAct() {
	if len(s.acts) == 0 || s.Desk == nil {
		return
	}
	a, w, ctx := s.acts[0], s.Desk, s.life
	s.acts = s.acts[1:]
	s.acting = true
	s.Sched.Go(func() {
		err := a.do(ctx, w)
		s.Sched.Post(func() {
			s.acting = false
			if s.Desk == w {
				switch {
				case err != nil:
					s.Fail(err)
				case a.then != nil:
					a.then()
				}
			}
			s.nextAct()
		})
	})
}

// Undo takes back one's last act and says what it was.
func (s *Shell) Undo() { s.takeBack(undo, "Undone: ", "Redo", (*Shell).Redo) }

// undo takes back one's last act, but not the one that made the desk.
func undo(ctx context.Context, w *workspace.Workspace) (string, error) {
	made := false
	w.View(func(st *ledger.State) {
		g, ok := st.NextUndo(w.Who().Name)
		made = ok && g.First == 1
	})
	if made {
		return "", workspace.ErrNothing
	}
	return w.Undo(ctx)
}

// Redo takes back one's last undo.
func (s *Shell) Redo() { s.takeBack(redo, "Done again: ", "Undo", (*Shell).Undo) }

func redo(ctx context.Context, w *workspace.Workspace) (string, error) { return w.Redo(ctx) }

func (s *Shell) takeBack(f func(context.Context, *workspace.Workspace) (string, error), said, other string, reverse func(*Shell)) {
	var what string
	s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		if what, err = f(ctx, w); errors.Is(err, workspace.ErrNothing) {
			return nil
		}
		return err
	}, func() {
		if what == "" {
			s.Toasts.Show("There is nothing more to take back.")
			return
		}
		s.Toasts.Offer(said+what, other, func() { reverse(s) })
	})
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

// Side is what the column beside the reading pane shows.
func (s *Shell) Side() Side {
	if s.Route.Side == "" {
		return SideProposals
	}
	return s.Route.Side
}

// ShowSide shows something else beside the reading pane, and the column itself
// if it was hidden.
func (s *Shell) ShowSide(side Side) {
	r := s.Route
	r.Side = side
	s.Settings.Hidden["side"] = false
	s.Settings.Touch()
	s.Replace(r)
	s.Changed()
}

// AskWho lets the person choose whether they check or edit on this desk.
func (s *Shell) AskWho() {
	roles := []ledger.Role{ledger.Checker, ledger.Editor}
	who := s.Settings.Who
	s.Ask.Text(TextQuestion{Title: "Your name", Label: "It stands beside every decision you make. It is kept for this computer.", Value: who.Name, Yes: "Next", Needed: true}, func(name string) {
		s.Ask.Pick("What do you do on this desk?", []Option{
			{"Check", "I make claims, attach passages and give verdicts."},
			{"Edit", "I do that too, and I approve or return what checkers submit."},
		}, func(i int) { s.become(ledger.Who{Name: strings.TrimSpace(name), Role: roles[i]}) })
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

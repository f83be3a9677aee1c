package workspace

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"stet/app/store"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
	"stet/index/source"
)

// tollDesk keeps what the toll board needs of every version, and the boards made of
// it. A digest never goes stale: texts are immutable. What was made of them holds
// until versions, events or placements change, which the key tells.
type tollDesk struct {
	turn    sync.Mutex // held while reading, so that nothing is read twice
	mu      sync.Mutex
	digests map[source.Hash]toll.Digest // by text and what stands beside it, see digestKey
	names   map[string]string           // one copy of every name met
	cache   *store.Cache                // where digests are kept; set once they were recalled
	key     string
	made    *tollWork
}

// tollWork is the figures of the desk, given to events.
type tollWork struct {
	copies    []*toll.Copy
	events    []ledger.Event
	reports   [][]toll.Report // by event
	proposals []toll.Proposal
	loose     []toll.Loose
	boards    sync.Map // by key → toll.Board
}

// TollEvent is an event with figures: one of the desk, or one that is proposed.
type TollEvent struct {
	Key      string       `json:"key"` // the event's name on the desk; of a proposal its own key, which begins with "?"
	Event    claims.Event `json:"event"`
	Proposed bool         `json:"proposed,omitempty"`
	Reports  int          `json:"reports"`
	Articles int          `json:"articles"`
	Claims   int          `json:"claims"`
	Alarms   int          `json:"alarms"` // open; not counted for proposals of one article
}

// TollFlag is a flag of a board with what people did about it.
type TollFlag struct {
	toll.Flag
	Event   string        `json:"event"` // key
	Settled bool          `json:"settled,omitempty"`
	Note    string        `json:"note,omitempty"`   // the reason it was dismissed for
	Raised  claims.FlagID `json:"raised,omitempty"` // the desk's flag it was raised as
	Claim   claims.ID     `json:"claim,omitempty"`  // made of the words in doubt; "": raising it makes one
}

// Open reports whether the flag asks for a decision.
func (f TollFlag) Open() bool { return f.Level == toll.Alarm && !f.Settled && f.Raised == "" }

// TollBoard is the board of an event with what people did about it.
type TollBoard struct {
	toll.Board
	Key   string     `json:"key"`
	Flags []TollFlag `json:"flags"`
	Left  []toll.Row `json:"left,omitempty"` // figures a person left out
	Near  []toll.Row `json:"near,omitempty"` // loose tolls of articles that name the place: may be joined
}

// mostNear bounds TollBoard.Near.
const mostNear = 60

// FiguresToRead is how many versions the board has not read yet.
func (w *Workspace) FiguresToRead() int {
	t := &w.texts.tolls
	n := 0
	copies, _ := w.tollCopies()
	for _, c := range copies {
		if !t.has(c.key) {
			n++
		}
	}
	return n
}

// tollCopy is a version that may be on a board.
type tollCopy struct {
	toll.Copy
	key source.Hash
	v   ledger.Version
}

// tollCopies lists the versions of the desk, oldest article first.
func (w *Workspace) tollCopies() (list []tollCopy, events []ledger.Event) {
	w.View(func(s *ledger.State) {
		for _, id := range s.Filed {
			a := s.Articles[id]
			latest := a.Latest()
			for _, v := range a.Versions {
				if v.Hidden {
					continue
				}
				c := tollCopy{v: *v, key: digestKey(v.Version)}
				c.Copy = toll.Copy{Version: v.ID, Outlet: firstOf(v.Outlet, a.Outlet), Title: v.Title(), Date: v.Date(), Notice: v.Notice,
					Latest: v == latest, Story: a.Role == source.Story}
				list = append(list, c)
			}
		}
		for _, id := range s.Named {
			if e := s.Events[id]; !e.Removed {
				x := *e
				x.Placed = maps.Clone(e.Placed)
				events = append(events, x)
			}
		}
	})
	return list, events
}

func firstOf(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// digestKey names a digest by all that it depends on: the text, the day relative
// dates are resolved against, the address and the place line.
func digestKey(v source.Version) source.Hash {
	return source.HashOf([]byte(fmt.Sprintf("%d\x00%s\x00%s\x00%s\x00%s\x00%s", toll.DigestVersion, v.Text, v.Date().Format("2006-01-02"), v.Slug(), v.Dateline, v.Lang)))
}

// ReadFigures reads the figures of all versions that were not read yet. The first
// time that is the whole desk: call it in a job. What was read stays when ctx ends
// it.
func (w *Workspace) ReadFigures(ctx context.Context, onItem OnItem) error {
	t := &w.texts.tolls
	t.turn.Lock()
	defer t.turn.Unlock()
	copies, _ := w.tollCopies()
	if t.digests == nil {
		w.recallDigests(copies)
	}
	var fresh []kept
	defer func() { w.keepDigests(fresh) }()
	for i, c := range copies {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !t.has(c.key) {
			d, err := w.digest(ctx, c.v)
			if err != nil {
				return err
			}
			t.put(c.key, d)
			if fresh = append(fresh, kept{c.key, d}); len(fresh) == keptTogether {
				w.keepDigests(fresh)
				fresh = nil
			}
		}
		if onItem != nil {
			onItem(i+1, len(copies), c.Title)
		}
	}
	return nil
}

func (t *tollDesk) has(k source.Hash) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ok := t.digests[k]
	return ok
}

func (t *tollDesk) put(k source.Hash, d toll.Digest) {
	t.mu.Lock()
	defer t.mu.Unlock()
	d.Intern(t.names)
	t.digests[k] = d
}

// digest reads one version, beside the cache of texts: a desk's worth would only
// wash it out.
func (w *Workspace) digest(ctx context.Context, v ledger.Version) (toll.Digest, error) {
	body, err := w.store.Text(ctx, v.Text)
	if err != nil {
		return toll.Digest{}, fmt.Errorf("reading %s: %w", v.ID, err)
	}
	c := toll.Context{Slug: v.Slug(), Dateline: v.Dateline, Byline: v.Byline}
	for _, m := range v.Marks {
		switch m.Kind {
		case source.MarkHeadline:
			if c.Headline.Empty() {
				c.Headline = m.Span
			}
		case source.MarkNotice:
			c.Notices = append(c.Notices, m.Span)
		}
	}
	return toll.Read(analyse(body, v.Version), c), nil
}

// tolls gives the figures of the desk to its events, or remembers how.
func (w *Workspace) tolls(ctx context.Context) (*tollWork, error) {
	if err := w.ReadFigures(ctx, nil); err != nil {
		return nil, err
	}
	t := &w.texts.tolls
	list, events := w.tollCopies()
	key := tollKey(list, events)
	t.mu.Lock()
	if t.made != nil && t.key == key {
		defer t.mu.Unlock()
		return t.made, nil
	}
	work := &tollWork{events: events}
	for i := range list {
		c := list[i].Copy
		d, ok := t.digests[list[i].key]
		if !ok {
			continue // it came a moment ago; the next call reads it
		}
		if c.Digest = d; !d.Empty() {
			work.copies = append(work.copies, &c)
		}
	}
	t.mu.Unlock()
	named := make([]claims.Event, len(events))
	placed := false
	for i, e := range events {
		named[i] = e.Event
		placed = placed || len(e.Placed) > 0
	}
	var ask func(int, string) toll.Placement
	if placed {
		ask = func(e int, key string) toll.Placement { return toll.Placement(events[e].Placed[key]) }
	}
	work.reports, work.loose = toll.Assign(work.copies, named, ask)
	work.proposals = toll.Propose(work.loose, named)
	if err := w.numberSources(ctx, work); err != nil {
		return nil, err
	}
	t.mu.Lock()
	t.key, t.made = key, work
	t.mu.Unlock()
	return work, nil
}

// tollKey tells whether anything changed that boards are made of.
func tollKey(list []tollCopy, events []ledger.Event) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s%s%s%t%t\n", c.key.Short(), c.Version, c.Outlet, c.Latest, c.Story)
	}
	for _, e := range events {
		fmt.Fprintln(&b, e.Event, e.Placed)
	}
	return string(source.HashOf([]byte(b.String())))
}

// numberSources numbers the independent sources of each event's reports: copies of
// one story, and what credits one agency, are one.
func (w *Workspace) numberSources(ctx context.Context, work *tollWork) error {
	copied, err := w.clusters(ctx, nil)
	if err != nil {
		return err
	}
	number := func(list []toll.Report) error {
		names, outlets := make([][]string, len(list)), make([]string, len(list))
		for i := range list {
			outlets[i] = list[i].Copy.Outlet
		}
		credited := map[string]bool{} // the agencies that somebody credits
		for i := range list {
			v := list[i].Copy.Version
			names[i] = []string{"article " + string(v.Article)}
			if n := copied.number[v.Article]; n > 0 {
				names[i] = append(names[i], fmt.Sprint("cluster ", n))
			}
			if len(list) == 1 {
				continue
			}
			credit, err := w.credit(ctx, v)
			if err != nil {
				return err
			}
			if credit != "" {
				name := "agency " + creditName([]string{credit}, list[i].Copy.Outlet, outlets)
				names[i] = append(names[i], name)
				credited[name] = true
			}
		}
		group := groups{}
		for i, ns := range names {
			if own := "agency " + strings.ToLower(list[i].Copy.Outlet); credited[own] {
				ns = append(ns, own)
			}
			for _, n := range ns[1:] {
				group.join(ns[0], n)
			}
		}
		numbers := map[string]int{}
		for i, ns := range names {
			k := group.root(ns[0])
			if numbers[k] == 0 {
				numbers[k] = len(numbers) + 1
			}
			list[i].Source = numbers[k]
		}
		return nil
	}
	for i := range work.reports {
		if err := number(work.reports[i]); err != nil {
			return err
		}
	}
	for i := range work.proposals {
		if err := number(work.proposals[i].Reports); err != nil {
			return err
		}
	}
	return nil
}

// groups is which names stand for one thing (Tarjan's union-find).
type groups map[string]string

func (g groups) root(n string) string {
	for g[n] != "" && g[n] != n {
		n = g[n]
	}
	return n
}

func (g groups) join(a, b string) {
	if a, b = g.root(a), g.root(b); a != b {
		g[max(a, b)] = min(a, b)
	}
}

// board makes the board of an event or a proposal once.
func (t *tollWork) board(key string) (toll.Board, bool) {
	if b, ok := t.boards.Load(key); ok {
		return b.(toll.Board), true
	}
	b, ok := t.build(key)
	if ok {
		t.boards.Store(key, b)
	}
	return b, ok
}

func (t *tollWork) build(key string) (toll.Board, bool) {
	for i, e := range t.events {
		if string(e.ID) == key {
			return toll.Build(e.Event, t.reports[i]), true
		}
	}
	for _, p := range t.proposals {
		if p.Key == key {
			b := toll.Build(p.Event, p.Reports)
			b.Proposed = true
			return b, true
		}
	}
	return toll.Board{}, false
}

// TollEvents lists the events of the desk, newest first, then the proposed ones,
// those that most articles tell of first.
func (w *Workspace) TollEvents(ctx context.Context) ([]TollEvent, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return nil, err
	}
	list := []TollEvent{}
	for i, e := range work.events {
		x := TollEvent{Key: string(e.ID), Event: e.Event, Reports: len(work.reports[i])}
		b, _ := work.board(x.Key)
		x.Articles = b.Articles
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(a, b TollEvent) int { return strings.Compare(b.Event.From, a.Event.From) })
	for _, p := range work.proposals {
		list = append(list, TollEvent{Key: p.Key, Event: p.Event, Proposed: true, Reports: len(p.Reports), Articles: p.Articles})
	}
	n := map[claims.EventID]int{}
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			n[c.Event]++
		}
	})
	for i := range list {
		x := &list[i]
		if !x.Proposed {
			x.Claims = n[x.Event.ID]
		}
		if x.Proposed && x.Articles < 2 {
			continue
		}
		b, _ := work.board(x.Key)
		for _, f := range w.settledFlags(x.Key, b.Flags) {
			if f.Open() {
				x.Alarms++
			}
		}
	}
	return list, nil
}

// settledFlags says of each flag what people did about it.
func (w *Workspace) settledFlags(key string, list []toll.Flag) []TollFlag {
	out := make([]TollFlag, 0, len(list))
	w.View(func(s *ledger.State) {
		raised := map[string]claims.FlagID{}
		for _, id := range s.Raised {
			if f := s.Flags[id]; f.Rule != "" && f.Status != claims.FlagDismissed {
				raised[f.Rule+"\x00"+f.Text] = id
			}
		}
		for _, f := range list {
			x := TollFlag{Flag: f, Event: key, Raised: raised[string(f.Rule)+"\x00"+f.Why]}
			if d, ok := s.Settled[f.Key]; ok {
				x.Settled, x.Note = true, d.Note
			}
			out = append(out, x)
		}
	})
	return out
}

// Toll is the board of an event, or of a proposed one, by its key.
func (w *Workspace) Toll(ctx context.Context, key string) (TollBoard, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return TollBoard{}, err
	}
	b, ok := work.board(key)
	if !ok {
		return TollBoard{}, fmt.Errorf("there is no event %q on this desk", key)
	}
	out := TollBoard{Board: b, Key: key, Flags: w.settledFlags(key, b.Flags)}
	w.claimFlags(b, out.Flags)
	out.Left, out.Near = work.around(key, b.Event)
	return out, nil
}

// around lists the figures that a person left out of an event, and loose tolls of
// articles that name its place, newest versions only.
func (t *tollWork) around(key string, e claims.Event) (left, near []toll.Row) {
	var placed map[string]string
	for _, x := range t.events {
		if string(x.ID) == key {
			placed = x.Placed
		}
	}
	seen := map[string]int{} // by figure: its place in left, plus 1
	for _, c := range t.copies {
		if !c.Latest {
			continue
		}
		for i, x := range c.Digest.Readings {
			k := toll.Key(c.Version.Article, x)
			if placed[k] != ledger.PlacedOut {
				continue
			}
			switch r := toll.RowOf(toll.Report{Copy: c, Index: i}); {
			case seen[k] == 0:
				left = append(left, r)
				seen[k] = len(left)
			case left[seen[k]-1].Head:
				left[seen[k]-1] = r // the body says more than the headline
			}
		}
	}
	own := map[toll.Loose]bool{}
	for _, p := range t.proposals {
		if p.Key == key {
			for _, r := range p.Reports {
				own[toll.Loose{Copy: r.Copy, Index: r.Index}] = true
			}
		}
	}
	for _, l := range t.loose {
		if own[l] {
			continue
		}
		x := l.Copy.Digest.Readings[l.Index]
		k := toll.Key(l.Copy.Version.Article, x)
		if len(near) < mostNear && l.Copy.Latest && x.Role == toll.Toll && seen[k] == 0 && l.Copy.Names(e.Place) {
			seen[k] = -1
			near = append(near, toll.RowOf(toll.Report{Copy: l.Copy, Index: l.Index}))
		}
	}
	return left, near
}

// TollFlags lists the flags of all events of the desk and of the proposed ones that
// at least two articles tell of, in the order of TollEvents.
func (w *Workspace) TollFlags(ctx context.Context) ([]TollFlag, error) {
	events, err := w.TollEvents(ctx)
	if err != nil {
		return nil, err
	}
	work, err := w.tolls(ctx)
	if err != nil {
		return nil, err
	}
	var out []TollFlag
	for _, e := range events {
		if e.Proposed && e.Articles < 2 {
			continue
		}
		b, _ := work.board(e.Key)
		out = append(out, w.settledFlags(e.Key, b.Flags)...)
	}
	return out, nil
}

package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path"
	"time"

	"stet/app/store"
	"stet/assets"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/ingest"
	"stet/index/source"
)

// sampleSeed makes the names on the sample desk the same everywhere, so that
// documentation can use them.
var sampleSeed = [32]byte([]byte("Stet: the desk that came with it"))

// Sample opens the sample desk in cfg.Dir, making it first if it is not there:
// the articles are imported and the decisions of sample/desk.json taken through
// the same use cases, on the days and by the people named there.
func Sample(ctx context.Context, cfg Config, onItem OnItem) (*Workspace, error) {
	if !store.Exists(cfg.Dir) {
		if err := store.Build(cfg.Dir, func(tmp string) error { return playSample(ctx, tmp, onItem) }); err != nil {
			return nil, err
		}
	}
	return Open(ctx, cfg)
}

// step is one act of sample/desk.json. Do says which fields count.
type step struct {
	At   time.Time   `json:"at"`
	Who  string      `json:"who"`
	Role ledger.Role `json:"role"`
	Do   string      `json:"do"` // policy import event claim attach verdict review flag search

	Files []string `json:"files"` // import
	Key   string   `json:"key"`   // the step's name for a claim or an event
	Event string   `json:"event"` // claim: key of its event
	Claim string   `json:"claim"` // key of the claim acted on
	File  string   `json:"file"`  // claim, attach: where the words stand
	Words string   `json:"words"`
	Nth   int      `json:"nth"`

	Origin claims.Origin  `json:"origin"`
	Policy claims.Policy  `json:"policy"`
	Name   claims.Event   `json:"name"`
	Stance claims.Stance  `json:"stance"`
	Note   string         `json:"note"`
	Given  claims.Verdict `json:"given"`
	To     claims.Review  `json:"to"`
	Text   string         `json:"text"`
}

// captured is a row of sample/articles/index.json.
type captured struct {
	File     string      `json:"file"`
	Outlet   string      `json:"outlet"`
	Article  string      `json:"article"`
	Version  int         `json:"version"`
	Role     source.Role `json:"role"`
	Captured time.Time   `json:"captured"`
}

// player plays the sample's steps on a desk.
type player struct {
	w        *Workspace
	files    map[string]captured
	articles map[string]source.ArticleID
	versions map[string]source.VersionID
	claims   map[string]claims.ID
	events   map[string]claims.EventID
}

func playSample(ctx context.Context, dir string, onItem OnItem) (err error) {
	var steps []step
	var list []captured
	if err := readAsset("sample/desk.json", &steps); err != nil {
		return err
	}
	if err := readAsset("sample/articles/index.json", &list); err != nil {
		return err
	}
	now := steps[0].At
	w, err := Open(ctx, Config{Dir: dir, Create: true, Name: "Sample desk", Who: ledger.Who{Name: steps[0].Who, Role: steps[0].Role},
		Now: func() time.Time { return now }, Rand: rand.NewChaCha8(sampleSeed)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	p := player{w, map[string]captured{}, map[string]source.ArticleID{}, map[string]source.VersionID{}, map[string]claims.ID{}, map[string]claims.EventID{}}
	for _, c := range list {
		p.files[c.File] = c
	}
	for i, s := range steps {
		now, w.cfg.Who = s.At, ledger.Who{Name: s.Who, Role: s.Role}
		if err := p.play(ctx, s); err != nil {
			return fmt.Errorf("sample desk, step %d (%s): %w", i+1, s.Do, err)
		}
		if onItem != nil {
			onItem(i+1, len(steps), s.Do)
		}
	}
	return nil
}

func readAsset(name string, v any) error {
	b, err := assets.Sample.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		return fmt.Errorf("the program's own file %s: %w", name, err)
	}
	return nil
}

func (p *player) play(ctx context.Context, s step) error {
	claim, known := p.claims[s.Claim]
	if s.Claim != "" && !known {
		return fmt.Errorf("no claim is called %q", s.Claim)
	}
	switch s.Do {
	case "policy":
		return p.w.SetPolicy(ctx, s.Policy)
	case "import":
		for _, f := range s.Files {
			if err := p.bring(ctx, f); err != nil {
				return err
			}
		}
		return nil
	case "event":
		id, err := p.w.AddEvent(ctx, s.Name)
		p.events[s.Key] = id
		return err
	case "claim":
		return p.claim(ctx, s)
	case "attach":
		span, err := p.find(ctx, s)
		if err != nil {
			return err
		}
		_, err = p.w.Attach(ctx, claim, p.versions[s.File], span, s.Stance, s.Note)
		return err
	case "verdict":
		s.Given.Claim = claim
		return p.w.Decide(ctx, s.Given)
	case "review":
		return p.w.Review(ctx, claim, s.To, s.Text)
	case "flag":
		_, err := p.w.RaiseFlag(ctx, claim, s.Text)
		return err
	case "search":
		_, err := p.w.SaveSearch(ctx, index.Query{Text: s.Text}, claim)
		return err
	}
	return errors.New("there is no such step")
}

// bring imports one article of the sample.
func (p *player) bring(ctx context.Context, file string) error {
	c, ok := p.files[file]
	if !ok {
		return fmt.Errorf("%s is not in index.json", file)
	}
	data, err := assets.Sample.ReadFile(path.Join("sample/articles", file))
	if err != nil {
		return err
	}
	o := ImportOptions{Outlet: c.Outlet, Role: c.Role, Captured: c.Captured, VersionOf: p.articles[c.Article]}
	done, err := p.w.importFrom(ctx, 1, o, func(_ context.Context, yield func(ingest.Item) bool) {
		yield(ingest.Item{Name: file, Path: file, Data: data})
	})
	if err != nil {
		return err
	}
	if got := done[0]; got.Version.N != c.Version {
		return fmt.Errorf("%s became %s of %s: %w", file, got.Outcome, got.Version, errors.Join(got.Err, errors.New("not the version it should be")))
	}
	p.articles[c.Article], p.versions[file] = done[0].Version.Article, done[0].Version
	return nil
}

func (p *player) find(ctx context.Context, s step) (source.Span, error) {
	id, ok := p.versions[s.File]
	if !ok {
		return source.Span{}, fmt.Errorf("%s was not imported yet", s.File)
	}
	_, t, err := p.w.Read(ctx, id)
	if err != nil {
		return source.Span{}, err
	}
	return FindWords(t.Body, s.Words, s.Nth)
}

func (p *player) claim(ctx context.Context, s step) error {
	span, err := p.find(ctx, s)
	if err != nil {
		return err
	}
	id, err := p.w.AddClaim(ctx, p.versions[s.File], span, nil)
	if err != nil {
		return err
	}
	p.claims[s.Key] = id
	if s.Event == "" && s.Origin == (claims.Origin{}) {
		return nil
	}
	return p.w.EditClaim(ctx, id, func(c *claims.Claim) {
		c.Event = p.events[s.Event]
		if s.Origin != (claims.Origin{}) {
			c.Origin = s.Origin
		}
	})
}

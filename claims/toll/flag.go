package toll

import (
	"cmp"
	"slices"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// Rule is what a flag is about.
type Rule string

// The rules, in the order in which flags are listed.
const (
	RuleConflict    Rule = "conflict"
	RuleMixed       Rule = "killed mixed with casualties"
	RuleDouble      Rule = "double count"
	RuleThing       Rule = "same number for another thing"
	RuleFell        Rule = "toll fell"
	RuleModifier    Rule = "modifier vanished"
	RuleAttribution Rule = "attribution vanished"
	RuleHeadline    Rule = "headline differs"
	RuleSlug        Rule = "address differs"
	RuleRose        Rule = "toll rose"
	RuleApart       Rule = "not comparable"
)

// Rules lists them.
var Rules = []Rule{RuleConflict, RuleMixed, RuleDouble, RuleThing, RuleFell, RuleModifier, RuleAttribution, RuleHeadline, RuleSlug, RuleRose, RuleApart}

// Level is how loud a flag is.
type Level string

// The levels.
const (
	Alarm Level = "alarm" // asks for a decision
	Note  Level = "note"  // explains what the board shows
)

// Flag is a doubt about rows of a board.
type Flag struct {
	Key    string   `json:"key"` // stable while the same words are meant
	Rule   Rule     `json:"rule"`
	Level  Level    `json:"level"`
	Why    string   `json:"why"`              // a sentence for people
	Reason string   `json:"reason,omitempty"` // what a text itself gives as the reason
	Rows   []string `json:"rows"`             // their IDs, the one in doubt first
	// Places are where the rows' words stand, in the order of Rows.
	Places []source.Place `json:"places"`
}

// judge finds the flags of a board.
type judge struct {
	b     *Board
	scene Scene
	rows  [][]*Row // by group: every toll with its earlier versions and copies, oldest first
	flags []Flag
	// ending holds the sentences by which versions say that their count is complete.
	ending map[source.VersionID]string
	// takenBack holds the rows whose source gave them up, by ID.
	takenBack map[string]bool
	fellParts [][2]*Row // parts that an article lowered: what it said, what it says
}

// flag finds all flags and sets what stands.
func (b *Board) flag(reports []Report) {
	j := judge{b: b, scene: SceneOf(b.Event), rows: make([][]*Row, len(b.Groups)), ending: map[source.VersionID]string{}, takenBack: map[string]bool{}}
	for _, r := range reports {
		j.ending[r.Copy.Version] = r.Copy.Digest.Ends
	}
	for i := range b.Groups {
		for k := range b.Groups[i].Rows {
			r := &b.Groups[i].Rows[k]
			s := Stands
			if !r.Latest {
				s = Outdated // its article does not say so any more
			}
			j.list(i, r, s)
		}
		slices.SortFunc(j.rows[i], func(a, b *Row) int { return compareRows(*a, *b) })
	}
	j.mixed()
	j.fates()
	j.double()
	j.things(reports)
	for i := range b.Groups {
		j.fell(i)
		j.withdraw(i)
		j.outdate(i)
		j.disputed(i, j.conflicts(i))
		j.modifiers(i)
		j.attributions(i)
		j.rose(i)
	}
	j.partsFell()
	j.partsConflict()
	j.lines(reports)
	j.apart()
	b.Flags = j.flags
	slices.SortStableFunc(b.Flags, func(x, y Flag) int {
		return cmp.Or(cmp.Compare(bit(x.Level == Note), bit(y.Level == Note)), cmp.Compare(slices.Index(Rules, x.Rule), slices.Index(Rules, y.Rule)))
	})
	for i := range b.Groups {
		for k := range b.Groups[i].Rows {
			r := &b.Groups[i].Rows[k]
			for n := range r.Copies { // a copy stands with what it copies
				r.Copies[n].Standing = r.Standing
			}
		}
	}
}

// list takes up a row with its copies and its earlier versions.
func (j *judge) list(i int, r *Row, s Standing) {
	r.Standing = s
	j.rows[i] = append(j.rows[i], r)
	for n := range r.Copies {
		j.list(i, &r.Copies[n], s)
	}
	for n := range r.Earlier {
		j.list(i, &r.Earlier[n], Outdated)
	}
}

// raise adds a flag, once for the same rows.
func (j *judge) raise(rule Rule, level Level, why, reason string, rows ...*Row) {
	f := Flag{Rule: rule, Level: level, Why: why, Reason: reason}
	var keys []string
	for _, r := range rows {
		f.Rows = append(f.Rows, r.ID)
		f.Places = append(f.Places, r.Place())
		if !slices.Contains(keys, r.Key) {
			keys = append(keys, r.Key)
		}
	}
	slices.Sort(keys)
	f.Key = "toll/" + strings.ReplaceAll(string(rule), " ", "-") + "/" + source.HashOf([]byte(strings.Join(keys, "\n"))).Short()
	if !slices.ContainsFunc(j.flags, func(o Flag) bool { return o.Key == f.Key }) {
		j.flags = append(j.flags, f)
	}
}

// flagged reports whether a row is the one in doubt of a flag of a rule.
func (j *judge) flagged(r *Row, rules ...Rule) bool {
	return slices.ContainsFunc(j.flags, func(f Flag) bool { return slices.Contains(rules, f.Rule) && f.Rows[0] == r.ID })
}

// doubt takes a row, and the others of its article that say the same, out of the
// state of its group.
func (j *judge) doubt(r *Row) {
	for _, list := range j.rows {
		for _, o := range list {
			if o.Version.Article == r.Version.Article && o.Outcome == r.Outcome && o.Class == r.Class && o.Range.Equal(r.Range) {
				o.Standing = Doubtful
			}
		}
	}
}

// vouched reports whether a figure is given by another source than a row's: the
// same number for the same outcome, not a copy. The checked story vouches for nobody.
func (j *judge) vouched(r *Row) bool {
	for _, list := range j.rows {
		for _, o := range list {
			if o.Outcome == r.Outcome && nominal(o.Range) == nominal(r.Range) && o.Version.Article != r.Version.Article && !o.Story && (o.Source == 0 || o.Source != r.Source) {
				return true
			}
		}
	}
	return false
}

// printed reports whether another article, be it a copy, gives a row's figure too:
// then nobody may say that it stands alone.
func (j *judge) printed(r *Row) bool {
	for _, list := range j.rows {
		for _, o := range list {
			if o.Outcome == r.Outcome && nominal(o.Range) == nominal(r.Range) && o.Version.Article != r.Version.Article {
				return true
			}
		}
	}
	return false
}

// rises reports whether an outcome is a count of victims that can only rise.
func rises(o claims.Outcome) bool {
	return o == claims.Killed || o == claims.Injured || o == claims.Casualties
}

package extract

import (
	"strings"

	"stet/index/source"
)

// Who passes a quote on: reports inside reports.

// relayWindow is how many quotes before and after one are looked at for a report it
// stands in.
const relayWindow = 8

// relay marks who passes a quote on: a report inside another's report comes by way
// of whoever tells that, who may have it from somebody else again: "the envoy via
// the Norrby Post".
func (q *quoting) relay() {
	outer := make([]*found, len(q.out))
	for i, x := range q.out {
		if x.CueAt.Empty() || x.frame < 0 {
			continue
		}
		for j := max(0, i-relayWindow); j < min(len(q.out), i+relayWindow+1); j++ {
			o := q.out[j]
			if o == x || o.frame != x.frame || o.belief || o.cue == nil || !o.cue.verb.can(useThat) || o.Scare || o.Speaker == x.Speaker || o.Speaker == "" {
				continue
			}
			if n := o.covers(x.CueAt); n > 0 && (outer[i] == nil || n < outer[i].covers(x.CueAt)) {
				outer[i] = o
			}
		}
	}
	for i, x := range q.out {
		if x.Via != "" || outer[i] == nil {
			continue
		}
		var chain []string
		for o := outer[i]; o != nil && len(chain) < maxChain && o != x && !has(chain, o.Speaker); o = q.outerOf(outer, o) {
			chain = append(chain, o.Speaker)
			if o.cue.via.ok() && o.Via != "" { // Reuters quoted Lind as saying
				chain = append(chain, o.Via)
				break
			}
		}
		x.Via = strings.Join(chain, " via ")
	}
}

// maxChain bounds how many relay a quote; nobody reports at further hand.
const maxChain = 4

// outerOf returns the report that o stands in.
func (q *quoting) outerOf(outer []*found, o *found) *found {
	for i, x := range q.out {
		if x == o {
			return outer[i]
		}
	}
	return nil
}

// covers returns how long the unmarked piece of content is that holds a span, 0 if
// none does.
func (x *found) covers(sp source.Span) int {
	for _, s := range x.segment {
		if !s.marked && s.Contains(sp) {
			return s.Len()
		}
	}
	return 0
}

package match

// way is which of two opposite things is told of a number.
type way int8

const (
	down way = -1 // fell by, shrank to; rejected, opposed
	up   way = 1  // rose by, grew to; backed, approved
)

// Words of movement and of taking sides, general English of reports on markets,
// statistics and votes.
var (
	ups = set(`up rose rise rises risen rising climbed climbs climb climbing jumped jumps jump grew grow grows grown growing increased
		increase increases increasing surged surge soared gained gains gain expanded expand widened swelled rallied advanced growth raised raises boosted lifted doubled`)
	downs = set(`down fell fall falls fallen falling dropped drop drops dropping shrank shrunk shrink shrinks decreased decrease decreases
		decreasing declined decline declines declining plunged plunge slid slipped slip dipped sank tumbled slumped plummeted contracted
		cut cuts cutting reduced reduces reducing lowered halved`)
	sidesFor     = set("backed back backs supported support supports approved approve approves favoured favored favour favor endorsed endorse accepted accept")
	sidesAgainst = set("rejected reject rejects opposed oppose opposes disapproved disapprove against spurned")
)

// wayOf reads the words of a number's own clause: the nearest word of movement before
// it, "up from" or "fewer than" right behind it, and which side its people took.
func wayOf(text string, lead, tail []word, after bool) (moved, side way) {
	const reach, near = 6, 3 // words before and behind
	from := 0
	for i := 1; i < len(lead); i++ {
		if parts(text, lead[i-1], lead[i]) && (after || lead[i].norm != "and") {
			from = i
		}
	}
	for i := len(lead) - 1; i >= max(from, len(lead)-reach) && moved == 0; i-- {
		switch w := lead[i].norm; {
		case ups[w]:
			moved = up
		case downs[w]:
			moved = down
		}
	}
	for i, w := range tail {
		if i < near && moved == 0 && i+1 < len(tail) {
			switch next := tail[i+1].norm; {
			case w.norm == "up" && next == "from", w.norm == "more" && next == "than", w.norm == "higher" && next == "than":
				moved = up
			case w.norm == "down" && next == "from", (w.norm == "fewer" || w.norm == "less" || w.norm == "lower") && next == "than":
				moved = down
			}
		}
		if i > 0 && parts(text, tail[i-1], w) {
			break
		}
		switch {
		case side == 0 && sidesFor[w.norm]:
			side = up
		case side == 0 && sidesAgainst[w.norm]:
			side = down
		}
	}
	return moved, side
}

// opposite reports whether the claim tells the opposite of a number: that it fell where
// it rose, that they were against where they were for.
func (m *measuring) opposite(x measured) bool {
	return m.claim.way*x.way < 0 || m.claim.side*x.side < 0
}

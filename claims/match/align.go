package match

// The alignment: every word of the claim against a stretch of the passage. The
// beginning and the end of the passage are free, the claim is used up whole
// (words the passage lacks are gaps). Scores are those of doc.go; in addition a
// gap may be a long one, with a high price for opening it and almost none for
// its length, so that two parts of one utterance are found however far apart
// they stand (two-piece affine gaps, Li 2018, doi:10.1093/bioinformatics/bty191).
const (
	matchScore   = 2.0
	variantScore = 1.8
	mismatch     = -1.0
	stopMismatch = -0.75 // a claim word unmatched is worse than a source word left out
	shortGap     = -0.8
	strictOther  = -6.0  // in strict mode, a claim word that is not the source's
	gapOpen      = -0.25 // once more for opening a short gap: one gap beats two
	longOpen     = -3.0  // passage words left out: the price of a long gap …
	longExtend   = -0.01 // … and of each of its words
	longInsert   = -3.0  // the same for claim words the passage lacks
	insertExtend = -0.1
	markedOpen   = -0.2 // at an ellipsis of the claim
	bracketGap   = -0.1 // the editor's words in brackets
	quotedBonus  = 0.02 // between equal places the one inside quotation marks wins
)

// pairKind says how claim and passage words correspond.
type pairKind uint8

const (
	pairMatch  pairKind = iota // 1:1
	pairTwoOne                 // two claim words are one passage word: "cease fire"
	pairOneTwo                 // one claim word is two passage words: "don't"
	pairSub                    // other words
	pairIns                    // the claim's alone
	pairDel                    // the passage's alone
)

// step is one column of an alignment: claim words [c, c2), passage words [p, p2).
type step struct {
	kind         pairKind
	c, c2, p, p2 int
	like         likeness // of a match
}

// The states of a cell, and their fields of three bits each in its traceback:
// the state the cell's best way came from. The kind of the match is on top.
const (
	stMatch = iota // ends in a match or mismatch
	stIns          // claim gap
	stLong         // long claim gap
	stDel          // passage gap
	stJump         // long passage gap
	states
	fieldBits = 3
	fieldMask = 1<<fieldBits - 1
	kindShift = fieldBits * states
)

const unset = float32(-1e9)

type cell [states]float32

func (c *cell) best() (state uint32, v float32) {
	v = c[0]
	for s := 1; s < states; s++ {
		if c[s] > v {
			state, v = uint32(s), c[s]
		}
	}
	return state, v
}

// aligner aligns one claim with one stretch of words.
type aligner struct {
	claim, pass []word
	breaks      []int   // breaks[i]: an ellipsis stands before claim word i
	quoted      []bool  // per passage word; nil: unknown
	masked      []bool  // passage words not to be matched; nil: none
	vocab       []int32 // per passage word its index among the distinct ones
	like        []likeness
	width       int // distinct passage words
	claimExp    [][][2]string
	passExp     [][][2]string // per distinct passage word
	back        []uint32      // (claim+1) × (pass+1)
	strict      bool          // look for the claim's own words at any distance
}

func newAligner(claim []word, breaks []int, pass []word) *aligner {
	a := &aligner{claim: claim, breaks: breaks, pass: pass, vocab: make([]int32, len(pass))}
	ids := make(map[string]int32, len(pass))
	var kinds []word
	for j, w := range pass {
		id, ok := ids[w.raw]
		if !ok {
			id = int32(len(kinds))
			ids[w.raw] = id
			kinds = append(kinds, w)
			a.passExp = append(a.passExp, expansionsOf(w.norm))
		}
		a.vocab[j] = id
	}
	a.width = len(kinds)
	a.like = make([]likeness, len(claim)*len(kinds))
	for i, c := range claim {
		row := a.like[i*a.width : (i+1)*a.width]
		for k := range kinds {
			row[k] = alike(c, kinds[k])
		}
		a.claimExp = append(a.claimExp, expansionsOf(c.norm))
	}
	return a
}

// expansionsOf lists the two-word readings of a contraction.
func expansionsOf(n string) [][2]string {
	var out [][2]string
	for _, e := range expansions[n] {
		for k := range len(e) {
			if e[k] == ' ' {
				out = append(out, [2]string{e[:k], e[k+1:]})
			}
		}
	}
	return out
}

// run fills the table and returns the best path.
func (a *aligner) run() []step {
	m, n := len(a.claim), len(a.pass)
	if m == 0 || n == 0 {
		return nil
	}
	a.back = make([]uint32, (m+1)*(n+1))
	rows := [3][]cell{make([]cell, n+1), make([]cell, n+1), make([]cell, n+1)}
	for j := range rows[0] {
		rows[0][j] = cell{0, unset, unset, unset, unset}
	}
	for i := 1; i <= m; i++ {
		a.row(i, rows[i%3], rows[(i+2)%3], rows[(i+1)%3])
	}
	at, state, best := 0, uint32(stMatch), unset
	for j := range rows[m%3] {
		if k, v := rows[m%3][j].best(); v > best {
			at, state, best = j, k, v
		}
	}
	return a.trace(at, state)
}

// row fills row i from the two above it.
func (a *aligner) row(i int, cur, up, up2 []cell) {
	n := len(a.pass)
	back := a.back[i*(n+1) : (i+1)*(n+1)]
	for j := range n + 1 {
		c, t := cell{unset, unset, unset, unset, unset}, uint32(0)
		t |= a.claimGap(i, &c, &up[j])
		if j > 0 {
			if i < len(a.claim) {
				t |= a.passGap(i, j, &c, &cur[j-1])
			}
			t |= a.match(i, j, &c, up, up2)
		}
		cur[j], back[j] = c, t
	}
}

func (a *aligner) claimGap(i int, c, up *cell) uint32 {
	w := &a.claim[i-1]
	short, long, ext := mismatch*w.weight, float32(longInsert), insertExtend*w.weight
	if a.strict {
		short, long = strictOther, strictOther
	}
	if w.bracketed {
		short, long, ext = bracketGap, bracketGap, bracketGap
	}
	k, v := up.best()
	from := k
	c[stIns], c[stLong] = v+short, v+long
	if x := up[stLong] + ext; x > c[stLong] {
		c[stLong], from = x, stLong
	}
	return k<<(fieldBits*stIns) | from<<(fieldBits*stLong)
}

func (a *aligner) passGap(i, j int, c, left *cell) uint32 {
	open := float32(longOpen)
	if a.breaks[i] > 0 {
		open = markedOpen
	}
	k, v := left.best()
	from := k
	w := shortGap * a.pass[j-1].weight
	c[stDel], c[stJump] = v+w+gapOpen, v+open
	short := k
	if x := left[stDel] + w; x > c[stDel] {
		c[stDel], short = x, stDel
	}
	if x := left[stJump] + longExtend; x > c[stJump] {
		c[stJump], from = x, stJump
	}
	return short<<(fieldBits*stDel) | from<<(fieldBits*stJump)
}

func (a *aligner) match(i, j int, c *cell, up, up2 []cell) uint32 {
	cw, pw := &a.claim[i-1], &a.pass[j-1]
	l := a.like[(i-1)*a.width+int(a.vocab[j-1])]
	if a.masked != nil && a.masked[j-1] {
		l = differ
	}
	kind := pairMatch
	if l == differ {
		kind = pairSub
	}
	from, v := up[j-1].best()
	total := v + a.pairScore(l, cw, pw)
	if l != same && l != sameMark {
		if i >= 2 && a.twoOne(i, j) {
			if k, v := up2[j-1].best(); v+variantScore*(a.claim[i-2].weight+cw.weight) > total {
				total, kind, from = v+variantScore*(a.claim[i-2].weight+cw.weight), pairTwoOne, k
			}
		}
		if j >= 2 && a.oneTwo(i, j) {
			if k, v := up[j-2].best(); v+variantScore*(a.pass[j-2].weight+pw.weight) > total {
				total, kind, from = v+variantScore*(a.pass[j-2].weight+pw.weight), pairOneTwo, k
			}
		}
	}
	if a.quoted != nil && a.quoted[j-1] && kind != pairSub {
		total += quotedBonus
	}
	c[stMatch] = total
	return from | uint32(kind)<<kindShift
}

// pairScore is the score of a claim word against a passage word.
func (a *aligner) pairScore(l likeness, c, p *word) float32 {
	switch {
	case l == differ && c.bracketed:
		return bracketGap
	case l == differ && a.strict:
		return strictOther
	case l == differ && c.stop() && p.stop():
		return stopMismatch
	case l == differ:
		return mismatch * max(c.weight, p.weight)
	case l == variant:
		return variantScore * min(c.weight, p.weight)
	}
	return matchScore * min(c.weight, p.weight)
}

// twoOne reports whether claim words i-2 and i-1 are passage word j-1.
func (a *aligner) twoOne(i, j int) bool {
	x, y := a.claim[i-2].norm, a.claim[i-1].norm
	return glued(x, y, a.pass[j-1].norm, a.passExp[a.vocab[j-1]])
}

// oneTwo reports whether claim word i-1 is passage words j-2 and j-1.
func (a *aligner) oneTwo(i, j int) bool {
	return glued(a.pass[j-2].norm, a.pass[j-1].norm, a.claim[i-1].norm, a.claimExp[i-1])
}

// glued reports whether x and y written together, or contracted, are one.
func glued(x, y, one string, readings [][2]string) bool {
	if len(x)+len(y) == len(one) && one[:len(x)] == x && one[len(x):] == y {
		return true
	}
	for _, e := range readings {
		if e[0] == x && e[1] == y {
			return true
		}
	}
	return false
}

// trace walks back from passage column j in a state.
func (a *aligner) trace(j int, state uint32) []step {
	n := len(a.pass)
	var out []step
	for i := len(a.claim); i > 0; {
		t := a.back[i*(n+1)+j]
		from := t >> (fieldBits * state) & fieldMask
		s := step{c: i, c2: i, p: j, p2: j}
		switch state {
		case stIns, stLong:
			s.kind = pairIns
			s.c--
		case stDel, stJump:
			s.kind = pairDel
			s.p--
		default:
			s.kind = pairKind(t >> kindShift)
			s.c--
			s.p--
			switch s.kind {
			case pairTwoOne:
				s.c--
			case pairOneTwo:
				s.p--
			}
			s.like = variant
			if s.kind == pairMatch || s.kind == pairSub {
				s.like = a.like[(i-1)*a.width+int(a.vocab[j-1])]
			}
		}
		i, j, state = s.c, s.p, from
		out = append(out, s)
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}

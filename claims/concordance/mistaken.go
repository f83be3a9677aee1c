package concordance

import (
	"slices"
	"strings"
	"time"

	"stet/claims/match"
	"stet/index/source"
)

// A short quotation given to two people is one utterance with a mistaken speaker
// only if the reports tell of one occasion: a few common words are soon said by
// two people.
const (
	// occasion is how far apart two reports of one occasion may be.
	occasion = 3 * 24 * time.Hour
	// sameShort is how many words in common it takes, and all the shorter has.
	sameShort = 3
)

// mistaken reports whether a short quotation of one person is printed as another's:
// all its words are the other's, they are not what anybody says, and some two
// reports are of one occasion, see [finder.kinship].
func (f *finder) mistaken(short, long *wording, res match.Result) bool {
	if len(short.words()) < sameShort || slices.ContainsFunc(res.Differences, func(d match.Difference) bool {
		return !harmless[d.Kind]
	}) {
		return false
	}
	wanted := kin
	if !telling(short.words()) {
		if wanted = closeKin; content(short.words()) < leastContent {
			return false
		}
	}
	for _, a := range short.all {
		for _, b := range long.all {
			if f.kinship(a, b) >= wanted {
				return true
			}
		}
	}
	return false
}

// introduced reports whether a wording is said by somebody its versions do not name,
// "a woman", and name the other's speaker: somebody else.
func (f *finder) introduced(a, b *wording) bool {
	first, _, _ := strings.Cut(strings.ToLower(a.first.Speaker), " ")
	if f.in.Names == nil || b.first.Speaker == "" || first != "a" && first != "an" && first != "another" && first != "one" {
		return false
	}
	return !slices.ContainsFunc(a.all, func(s *Saying) bool { return !f.names(s.Version, b.first.Speaker) })
}

// clipped reports whether the few words of a quotation stand in a row in a longer one
// of the same speaker, printed within a few days: “We were lied to”. One of them at
// least must not be what anybody says any day.
func (f *finder) clipped(short, long *wording) bool {
	words := short.words()
	if !slices.ContainsFunc(words, func(w string) bool { return !match.Light(w) && !everyday[w] }) {
		return false
	}
	if _, n := longestRun(words, long.words()); n < len(words) {
		return false
	}
	for _, a := range short.all {
		for _, b := range long.all {
			if f.oneOccasion(a, b) {
				return true
			}
		}
	}
	return false
}

// oneOccasion reports whether two versions were printed within a few days.
func (f *finder) oneOccasion(a, b *Saying) bool {
	apart := f.about(a.Version).At.Sub(f.about(b.Version).At)
	return apart <= occasion && apart >= -occasion
}

// harmless are the differences that leave the words of the shorter as they are.
var harmless = map[match.DiffKind]bool{match.DiffSpeaker: true, match.DiffTypography: true, match.DiffSpelling: true, match.DiffOmitted: true, match.DiffMarked: true}

// content counts the words that are not light.
func content(words []string) (n int) {
	for _, w := range words {
		if !match.Light(w) {
			n++
		}
	}
	return n
}

// telling reports whether words are not what anybody says any day: one of them at
// least is neither light nor everyday, and a second word carries some weight.
func telling(words []string) bool {
	rare, weight := 0, 0
	for _, w := range words {
		if !match.Light(w) || w == "no" || w == "not" || w == "never" {
			weight++
			if !everyday[w] && !match.Light(w) {
				rare++
			}
		}
	}
	return rare > 0 && weight >= leastContent
}

// everyday are the content words of what anybody says of anything: regret, thanks,
// hope, effort. Listed by hand from the phrases of news.
var everyday = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`sorry sad shocked devastated proud happy pleased glad thank thanks grateful thankful hope hopes pray prayers thoughts
		love loved like want wants need needs know knows knew think believe feel felt see saw say said tell told go going went come came get got
		make made do did take took give gave help work working worked try trying tried look looking wait waiting stop start keep
		good bad great big new right wrong true best better worse worst hard difficult important terrible horrible
		people person man woman everyone everybody everything something nothing anything thing things one way time day today tonight tomorrow year years life lives family families
		country world government fight win won lost lose happen happened happening investigation comment question problem lot bit back well able ready`) {
		m[w] = true
	}
	return m
}()

// How surely two versions report one occasion.
const (
	strangers = iota
	kin       // printed within a few days, and one names the other's speaker
	closeKin  // each names the other's, or they are versions of one article or copies of one story
)

func (f *finder) kinship(a, b *Saying) int {
	x, y := f.about(a.Version), f.about(b.Version)
	if a.Version.Article == b.Version.Article || x.Cluster != 0 && x.Cluster == y.Cluster {
		return closeKin
	}
	if !f.oneOccasion(a, b) || f.in.Names == nil {
		return strangers
	}
	return boolInt(f.names(a.Version, b.Speaker)) + boolInt(f.names(b.Version, a.Speaker))
}

// names reports whether a version names a person.
func (f *finder) names(v source.VersionID, who string) bool {
	k := surnameKey(who)
	return k != "" && slices.Contains(f.in.Names(v), k)
}

// Package toll reconciles the casualty figures that many articles give of one
// event: the toll board. It is pure: the same readings always give the same
// board, in whatever order they are handed in.
//
// It works in three steps, each a value that can be kept:
//
//	Read     the figures of one version's text, with what tells their event → Digest
//	Assign   which figures of which versions are about which event; Propose finds
//	         events that nobody has named yet
//	Build    the figures of one event as a Board: rows in groups, with flags
//
// # What stands together
//
// A group holds only figures that can be compared: one outcome, one population,
// one window. "Casualties" are never put with "killed"; civilians never with
// everybody; a count of two days never with a count of one. A part ("four of the
// dead are children") and an additional figure ("three more") hang under the toll
// of their version and are never compared with tolls. A former figure ("raising its
// toll from 12") and one that nobody vouches for ("up to 30 may have been killed") are
// kept with their words and not compared at all.
//
// What one hospital took in, and who is badly hurt, is a part of the injured whatever
// else its text says. An event of several places ("Osby; Halden") has a group for each
// and one for all of them.
//
// The entries of a live blog are reports of their own, each of its own time, see Entry.
//
// Of one version (or entry) and one group there is one toll, and one more for every rival who
// is named in it. Versions of one article are one row with a history; copies of one
// wire story that give the same figure are one row with a count.
//
// # The state of a group
//
//	agree        every figure that stands allows the same numbers
//	compatible   they differ and some number satisfies each pair: "at least 12", 15
//	conflict     two figures that stand allow no common number
//
// A figure stands unless it is outdated: a later version of its article, or a later
// report, gives a higher one (a toll that rises makes earlier ones outdated, not
// false), or its own source lowered it. Figures that a flag says count something
// else (killed mixed with casualties, another thing's number) do not stand either.
//
// # Flags
//
// A flag is a doubt with a sentence that says why and the rows it is about. Alarms
// ask for a decision; notes explain what the board shows. See Rules.
//
// # Units
//
// Spans are bytes of a version's canonical text, half-open. Days are "YYYY-MM-DD".
package toll

package extract

// functionWords belong to the closed classes: the only words that can bear their
// tags. Compiled by hand.
var functionWords = set(`a an the this that these those each every all both half either neither no some any another such what which who whom whose whatever whichever
 whoever when where why how whenever wherever however i you he she it we they me him her us them my your his its our their mine yours hers ours theirs one ones
 myself yourself himself herself itself ourselves themselves and or but nor yet so for plus minus versus vs of in to on at by with from about against among amid amidst
 around as before after since until till during under over above below between behind beneath beside besides beyond near off out onto into upon through throughout
 toward towards within without across along alongside past despite like unlike via per than if unless although though because while whereas whether lest once
 can could may might must shall should will would ought need dare up down away back there here not n't never ever also too then now just only even still again
 yes no oh well ah hey please hello hi okay ok wow 'll 'd 's 're 've 'm according regarding concerning following including given except inside outside aboard atop
 amongst notwithstanding worth am is are was were be been being do does did have has had more most less least much many few several enough`)

// closedTags are the tags of closed classes.
var closedTags = set(`CC DT EX IN MD PDT PRP PRP$ RP TO UH WDT WP WP$ WRB`)

// tagNames corrects what the tagger cannot see from one sentence: a capitalised
// word at the beginning of a sentence or quotation is a name if the text also
// writes it with a capital elsewhere and never small, or if no dictionary knows
// it.
func (d *Doc) tagNames() {
	if d.Capitals {
		return
	}
	var inside, small map[string]bool
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !t.Upper || t.Kind != Word || isNoun(t.Tag) || functionWords[t.Lower] || len(t.Text) < 2 {
			continue
		}
		if closedTags[t.Tag] {
			t.Tag = "NNP"
			continue
		}
		if !d.begins(i) {
			continue
		}
		if inside == nil {
			inside, small = d.casing()
		}
		switch f := classOf(t.Lower); {
		case small[t.Lower]:
		case inside[t.Lower], f&^wordName == 0 && !isVerb(d.tagOf(i+1)) || f == wordName:
			if _, _, nation := nationKey(t.Lower); !nation || !isAdjective(t.Tag) {
				t.Tag = "NNP"
			}
		}
	}
}

func isAdjective(tag string) bool { return tag == "JJ" || tag == "JJR" || tag == "JJS" }

// begins reports whether token i begins a sentence or stands after a mark.
func (d *Doc) begins(i int) bool {
	return i == 0 || d.Tokens[i-1].Sent != d.Tokens[i].Sent || d.Tokens[i-1].Kind == Mark
}

// casing lists the words that the text capitalises inside sentences, and those it
// writes small anywhere.
func (d *Doc) casing() (inside, small map[string]bool) {
	inside, small = map[string]bool{}, map[string]bool{}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Kind != Word:
		case !t.Upper:
			small[t.Lower] = true
		case !d.begins(i):
			inside[t.Lower] = true
		}
	}
	return inside, small
}

// onlyPast are past forms that are no participles.
var onlyPast = set(`wrote spoke began swore took gave saw went knew sang arose awoke bore broke chose did drank drew drove ate fell flew forgot froze grew hid rang rose
 shook showed stole swam threw tore woke wore was were became came ran overcame foresaw rode withdrew`)

// tagPasts turns participles into past tenses where no participle can stand: forms
// that are none, and in a sentence without any finite verb the first one after a
// noun phrase that an object or infinitive follows. In such a sentence, most often
// a headline, a word in -s that is usually a verb is one: "Blast kills 12".
func (d *Doc) tagPasts() {
	for _, s := range d.Sentences {
		finite, first := false, -1
		for i := s.A; i < s.B; i++ {
			t := &d.Tokens[i]
			if t.Tag == "VBN" && onlyPast[t.Lower] {
				t.Tag = "VBD"
			}
			if (isAdjective(t.Tag) || t.Tag == "VBN") && i > s.A {
				d.tagCounted(i)
			}
			if t.Tag == "NNS" && !finite && i > s.A && d.introduces(i, s.B) {
				t.Tag = "VBZ"
			}
			if t.Lower == "read" && t.Tag != "VBD" && i > s.A && d.readsOut(i, s) {
				t.Tag = "VBD"
			}
			finite = finite || isFinite(t.Tag)
			if first < 0 && !finite && i > s.A && d.maybeFinite(i, s.A) {
				first = i
			}
		}
		if finite || first < 0 {
			continue
		}
		if t := &d.Tokens[first]; t.Tag == "VBN" {
			t.Tag = "VBD"
		} else {
			t.Tag = "VBZ"
		}
	}
}

// introduces reports whether token i, a noun in -s after a noun, is the verb that
// introduces what its subject says: "The sign reads: “…”", "The council claims that
// nine use it". With two verbs after "that" it is the subject of the second.
func (d *Doc) introduces(i, end int) bool {
	t := &d.Tokens[i]
	v := cueForms()[t.Lower]
	if prev := d.Tokens[i-1].Tag; v == nil || prev != "NN" && prev != "NNP" || i+2 >= end {
		return false
	}
	switch n := &d.Tokens[i+1]; {
	case n.Text == ":":
		return v.can(useSame) && d.Tokens[i+2].Kind == Mark
	case n.Kind == Mark:
		return v.can(useSame)
	case n.Lower == "that" && n.Tag == "IN" && v.can(useThat):
		verbs := 0
		for k := i + 2; k < min(end, i+maxFrame) && verbs < 2 && d.Tokens[k].Text != ";"; k++ {
			if isFinite(d.Tokens[k].Tag) && d.Tokens[k-1].Tag != "MD" {
				verbs++
			}
		}
		return verbs == 1
	}
	return false
}

// readsOut reports whether "read" at token i is what a writing does before or behind
// its words: "A banner read: “…”", "“…,” a sign at the gate read."
func (d *Doc) readsOut(i int, s Sentence) bool {
	writing := false
	for k := i - 1; k >= s.A && k > i-maxWriting && d.Tokens[k].Kind == Word; k-- {
		if writing = writings[singular(d.Tokens[k].Lower)]; writing || isFinite(d.Tokens[k].Tag) {
			break
		}
	}
	if !writing {
		return false
	}
	next := i + 1
	if d.low(next) == ":" || d.low(next) == "," {
		next++
	}
	return next < len(d.Tokens) && d.Tokens[next].Kind == Mark || d.Tokens[s.A].Kind == Mark && d.low(i+1) == "."
}

// maxWriting is how many words a writing is called by: "a banner above the main gate
// of the mill".
const maxWriting = 12

// maybeFinite reports whether token i, a participle or a noun in -s, can be the
// finite verb of a sentence that begins at token a and has no other.
func (d *Doc) maybeFinite(i, a int) bool {
	t := &d.Tokens[i]
	prev := d.Tokens[i-1].Tag
	if !isNoun(prev) && prev != "PRP" && !(prev == "RB" && i-2 >= a && isNoun(d.Tokens[i-2].Tag)) {
		return false
	}
	next := d.tagOf(i + 1)
	switch t.Tag {
	case "VBN":
		return next == "TO" || next == "DT" || next == "PRP" || next == "PRP$" || next == "NNP"
	case "NNS":
		f := classOf(t.Lower)
		return f&wordVerbS != 0 && f&WordUsually == 2<<UsuallyShift && (next == "CD" || next == "DT" || next == "PRP$" || next == "NNP" || next == "JJ" || next == "NN" || next == "NNS" || next == "TO")
	}
	return false
}

// nounLike adjectives stand for those they describe: 12 dead, dozens of missing, the
// wounded said.
var nounLike = set(`dead missing wounded injured displaced detained accused deceased homeless bereaved evacuated`)

// numberNames that are no other word.
var numberNames = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
 fifty sixty seventy eighty ninety`)

// tagCounted makes the adjective or participle at token i a noun where it is what a
// number counts or whom a verb tells of, a number where it is the name of one, and
// "near" a preposition before a place.
func (d *Doc) tagCounted(i int) {
	t := &d.Tokens[i]
	switch prev := &d.Tokens[i-1]; {
	case numberNames[t.Lower]:
		t.Tag = "CD"
	case t.Lower == "near" && prev.Lower != "the" && (d.tagOf(i+1) == "NNP" || d.tagOf(i+1) == "DT"):
		t.Tag = "IN"
	case nounLike[t.Lower] && prev.Lower == "the" && (isFinite(d.tagOf(i+1)) || auxiliaries[d.low(i+1)]):
		t.Tag = "NNS"
	case t.Tag != "VBN" && nounLike[t.Lower] && (prev.Tag == "CD" || prev.Kind == Num || prev.Lower == "of") && !isNoun(d.tagOf(i+1)):
		t.Tag = "NN"
	}
}

package extract

import (
	"strings"
)

func (ln *line) startsNoun(i int) bool {
	tag := ln.tag(i)
	switch {
	case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), tag == "DT", tag == "PRP", tag == "PRP$", tag == "CD", tag == "PDT", tag == "FW", tag == "EX":
		return true
	case tag == "VBN" || tag == "VBG":
		return true
	}
	return people[ln.low(i)] || ln.low(i) == "no" || ln.low(i) == "neither" || ln.low(i) == "both" || ln.low(i) == "none" || ln.low(i) == "nobody"
}

// nounChunk reads determiner, number, adjectives and nouns; it ends at the last
// noun. An "of" after a group word or a vague number stays inside.
func (ln *line) nounChunk(i int) chunk {
	c := chunk{kind: chunkNoun, a: i, num: -1, main: -1, head: -1}
	k := i
	lastNoun := -1
	for k < len(ln.ws) && k < i+24 {
		l, tag := ln.low(k), ln.tag(k)
		if n := ln.numAt[k]; n > 0 && ordinalSuffix[ln.low(k+1)] && ln.nums[n-1].digits {
			k += 2 // the 192nd battalion
			continue
		}
		if n := ln.startA[k]; n > 0 && ln.roles[n-1] != pronoun {
			if c.num >= 0 || lastNoun >= 0 && !groupNouns[ln.low(lastNoun)] && tag != "JJ" || ln.roles[n-1] == inDate {
				break
			}
			c.num = int(n - 1)
			k = max(ln.nums[n-1].b, k+1)
			if ln.low(k) == "of" && ln.nums[n-1].vague && ln.low(k+1) != "them" && ln.low(k+1) != "whom" && ln.tag(k+1) != "DT" && ln.tag(k+1) != "PRP$" {
				k++
			}
			for ln.low(k) == "-" && !ln.ws[k].space || ln.roles[c.num] == anAge && (ln.low(k) == "year" || ln.low(k) == "years" || ln.low(k) == "old") {
				k++
				if ln.roles[c.num] != anAge {
					break
				}
			}
			if ln.roles[c.num] == anAge {
				c.num = -1
			}
			continue
		}
		if ln.dateAt[k] > 0 && k > i {
			break
		}
		if l == "of" && lastNoun == k-1 && c.num < 0 && groupNouns[ln.low(lastNoun)] {
			if n := ln.startA[min(k+1, len(ln.ws)-1)]; n > 0 && ln.roles[n-1] == counting {
				k++
				continue
			}
			break
		}
		if l == "alias" && lastNoun == k-1 && ln.upper(k+1) {
			k++ // Sagar alias Lind
			continue
		}
		if k > i && (l == "belonging" || sufferVerbs[l] && ln.sufferedInjury(k) > 0 || len(triggerPhrases[l]) > 0 && ln.phraseStarts(k)) {
			break
		}
		if (l == "(" || l == "[") && (lastNoun == k-1 || lastNoun < 0 && k > i) {
			if shut := ln.abbreviation(k); shut > 0 {
				k = shut
				continue
			}
		}
		switch {
		case l == "none" || l == "nobody" || l == "no-one":
			if k > i {
				goto done
			}
			c.det, lastNoun = l, k
			k++
			goto done
		case (l == "more" || l == "additional" || l == "further" || l == "extra") && c.num >= 0 && lastNoun < 0:
		case strings.HasPrefix(tag, "NN"), people[l]:
			if lastNoun >= 0 && k > i && triggerVerbAfterNoun(ln, k) {
				goto done
			}
			if lastNoun == k-1 && (c.num >= 0 || c.det != "") && afterVictim[l] && !ln.beforeNoun(k) {
				goto done
			}
			lastNoun = k
		case tag == "DT" || tag == "PRP$" || tag == "PDT" || l == "no" || l == "another" || l == "neither" || l == "both":
			if k > i && lastNoun >= 0 || c.det != "" && l != "other" && k > i+1 {
				goto done
			}
			if c.det == "" {
				c.det = l
			}
		case tag == "PRP" || tag == "EX" || tag == "WP":
			if k > i {
				goto done
			}
			c.det, lastNoun = l, k
			k++
			goto done
		case strings.HasPrefix(tag, "JJ"), tag == "CD", tag == "FW":
			if lastNoun >= 0 && triggerWords[l].frames&state != 0 {
				goto done
			}
		case tag == "VBN" || tag == "VBG":
			if k > i && lastNoun < 0 && triggerWords[l].frames&(state|verbObject) != 0 && (ln.beforeNoun(k) || c.num >= 0) || ln.beforeNoun(k) && lastNoun < 0 || ln.beforeNoun(k) && ln.low(k-1) == "-" {
				if triggerWords[l].frames != 0 && !ln.beforeNoun(k) {
					goto done
				}
				break
			}
			if k > i && lastNoun < 0 && triggerWords[l].frames == 0 && (c.det != "" || c.num >= 0) && ln.nounAhead(k) {
				break
			}
			goto done
		case tag == "VBD" && k > i && lastNoun < 0 && participleAdjectives[l] && ln.nounAhead(k):
		case tag == "POS" || l == "'s" || l == "'":
			if lastNoun != k-1 {
				goto done
			}
		case l == "-" || l == "/" || l == "–" || l == "—":
			if k == i || ln.ws[k].space || k+1 < len(ln.ws) && ln.ws[k+1].space && !ln.wrapped(k) {
				goto done
			}
		case strings.HasPrefix(tag, "RB") && lastNoun < 0 && (strings.HasPrefix(ln.tag(k+1), "JJ") || ln.tag(k+1) == "VBN" && ln.beforeNoun(k+1) || (c.det != "" || c.num >= 0) && strings.HasPrefix(ln.tag(k+1), "NN") || strings.HasPrefix(ln.tag(k+1), "VB") && strings.HasPrefix(ln.tag(k+2), "NN") && (c.det != "" || c.num >= 0)):
		default:
			goto done
		}
		k++
		if l == "one" && ln.low(k-2) == "no" {
			lastNoun = k - 1
			goto done
		}
	}
done:
	c.b = max(k, i+1)
	if lastNoun >= 0 {
		c.head = lastNoun
		if lastNoun+1 < c.b && c.num < 0 {
			c.b = lastNoun + 1
		}
	} else {
		c.head = c.b - 1
	}
	ln.describe(&c, lastNoun >= 0)
	return c
}

// wrapped: "Marxist- Leninist guerrillas", a compound that a line end has split.
func (ln *line) wrapped(k int) bool {
	return ln.low(k) == "-" && isLetter(firstRune(ln.low(k-1))) && strings.HasPrefix(ln.tag(k-1), "JJ") && (strings.HasPrefix(ln.tag(k+1), "JJ") || strings.HasPrefix(ln.tag(k+1), "NN"))
}

// afterVictim are the states that stand after a noun though they are tagged as
// nouns: shot the mayor dead, took 20 villagers hostage.
var afterVictim = set(`dead hostage captive prisoner unconscious`)

// abbreviation returns the word after "(CISF)" at word k if a noun follows it:
// the parenthesis stands inside the noun phrase.
func (ln *line) abbreviation(k int) int {
	for j := k + 1; j < len(ln.ws) && j < k+8; j++ {
		if ln.low(j) == ")" || ln.low(j) == "]" {
			if strings.HasPrefix(ln.tag(j+1), "NN") && j > k+1 && !triggerVerbAfterNoun(ln, j+1) {
				return j + 1
			}
			return 0
		}
	}
	return 0
}

// phraseStarts reports whether an outcome phrase begins at word k.
func (ln *line) phraseStarts(k int) bool {
	c, ok := ln.phraseAt(k)
	return ok && c.main == k
}

// nounAhead: a noun, with an adjective before it at most, follows word k.
func (ln *line) nounAhead(k int) bool {
	t := ln.tag(k + 1)
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") && strings.HasPrefix(ln.tag(k+2), "NN") || people[ln.low(k+1)]
}

// participleAdjectives qualify nouns even where a tagger takes them for verbs.
var participleAdjectives = set(`suspected alleged wanted accused armed masked unidentified hooded uniformed retired injured wounded surrendered arrested unnamed hired`)

var ordinalSuffix = set(`st nd rd th`)

// triggerVerbAfterNoun: "gunmen kidnap", tagged as a noun.
func triggerVerbAfterNoun(ln *line, k int) bool {
	t := triggerWords[ln.low(k)]
	return t.frames&verbObject != 0 && t.frames&(eventNoun|countNoun) == 0
}

// describe fills in what a noun phrase is from its head.
func (ln *line) describe(c *chunk, noun bool) {
	if !noun && c.num < 0 && c.det == "" {
		if strings.HasPrefix(ln.tag(c.head), "NN") {
			noun = true
		}
	}
	h := ln.low(c.head)
	tag := ln.tag(c.head)
	c.plural = tag == "NNS" || tag == "NNPS" || pluralPeople[h] || len(h) > 4 && strings.HasSuffix(h, "men") || plainPlural(h)
	if noun && ln.d.Capitals {
		c.name = ln.capitalName(c)
	}
	c.name = c.name || noun && !ln.d.Capitals && c.head == c.a && c.head == 0 && ln.upper(0) && tag == "NN" && !people[h] && nounClass(h) == "" && !knownWord(h)
	c.name = c.name || noun && !ln.d.Capitals && (tag == "NNP" || tag == "NNPS" || ln.upper(c.head) && !ln.d.Capitals && c.head > 0) && !people[h]
	if noun {
		c.trig = triggerWords[h]
		if c.trig.frames == 0 && c.head > c.a {
			return
		}
	}
	if !noun && c.num >= 0 {
		c.trig = trigger{}
	}
}

// plainPlural: a plural of persons that the tagger took for a singular.
func plainPlural(h string) bool {
	s := singular(h)
	return s != h && len(s) > 3 && strings.HasSuffix(h, s+"s") && isPerson(s)
}

// capitalName guesses names in a text written in capitals: a first name, or a
// noun no lexicon knows.
func (ln *line) capitalName(c *chunk) bool {
	h := ln.low(c.head)
	if ln.tag(c.head) == "NNP" {
		return true
	}
	if people[h] || things[h] || nounClass(h) != "" || c.det != "" || triggerWords[h].frames != 0 {
		return false
	}
	for k := c.a; k <= c.head; k++ {
		if firstName(ln.low(k)) != 0 {
			return true
		}
	}
	return c.head > c.a && !c.plural && len(h) > 2
}

// pluralPeople are plurals without -s and collectives of more than one.
var pluralPeople = set(`people men women children police personnel troops staff crew policemen policewomen gunmen servicemen fishermen militiamen clergy cattle livestock gendarmes`)

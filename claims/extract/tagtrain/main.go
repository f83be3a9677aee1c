// Tagtrain trains the part-of-speech tagger of claims/extract on CoNLL-U files
// and writes its weights:
//
//	go run ./claims/extract/tagtrain -o claims/extract/data/tagger.bin FOLDER
//
// FOLDER holds the *.conllu files of the GUM corpus
// (https://github.com/amir-zeldes/gum), of which only genres whose texts are
// CC BY or in the public domain may be used; -genres names them. Documents in
// -hold are kept out of training and give the accuracy that is printed; -final
// trains on them too, for the weights that ship. The corpus is no part of this
// repository; data/LICENSES.md carries its attribution.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"stet/claims/extract"
)

// held are GUM's own test and development documents in the genres used.
const held = `exposure librarians grounded risk loan negligence cyclone gaming homeopathic iodine impeachment inauguration governments labor
 portland radiology discrimination eegimaa lambada retirement insanity mitigation hill libertarian nasa sensitive austria newzealand
 chemistry union london studying`

func main() {
	log.SetFlags(0)
	genres := flag.String("genres", "news,interview,academic,court,speech,textbook,vlog,conversation", "genres to use")
	hold := flag.String("hold", held, "documents to test on")
	rounds := flag.Int("rounds", 8, "passes over the data")
	final := flag.Bool("final", false, "train on the test documents too")
	out := flag.String("o", "", "file to write")
	flag.Parse()
	if err := run(flag.Arg(0), *genres, *hold, *rounds, *final, *out); err != nil {
		log.Fatal("tagtrain: ", err)
	}
}

func run(dir, genres, hold string, rounds int, final bool, out string) error {
	test := map[string]bool{}
	for d := range strings.FieldsSeq(hold) {
		test[d] = true
	}
	var train, all, news []extract.TaggedSentence
	for g := range strings.SplitSeq(genres, ",") {
		files, err := filepath.Glob(filepath.Join(dir, "GUM_"+g+"_*.conllu"))
		if err != nil {
			return err
		}
		for _, f := range files {
			ss, err := read(f)
			if err != nil {
				return err
			}
			name := strings.TrimSuffix(filepath.Base(f), ".conllu")
			held := test[name[strings.LastIndexByte(name, '_')+1:]]
			if held {
				all = append(all, ss...)
				if g == "news" {
					news = append(news, ss...)
				}
			}
			if !held || final {
				train = append(train, ss...)
			}
		}
	}
	if len(train) == 0 {
		return fmt.Errorf("no CoNLL-U files of genres %s in %q; give the folder that holds GUM_*.conllu", genres, dir)
	}
	t := extract.Train(append(train, small(train, smallEvery)...), rounds)
	fmt.Printf("trained on %d sentences\n", len(train))
	report("held out", t, all)
	report("held out news", t, news)
	report("held out, small", t, small(all, 1))
	if out == "" {
		return nil
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := t.Write(f); err != nil {
		return err
	}
	return f.Close()
}

// smallEvery is how many training sentences there are to one that is given a
// second time without capitals: old wires are written in capitals throughout,
// which the tagger is shown as small letters.
const smallEvery = 4

// small returns every n-th sentence in small letters.
func small(data []extract.TaggedSentence, n int) (out []extract.TaggedSentence) {
	for i := 0; i < len(data); i += n {
		words := make([]string, len(data[i].Words))
		for k, w := range data[i].Words {
			words[k] = strings.ToLower(w)
		}
		out = append(out, extract.TaggedSentence{Words: words, Tags: data[i].Tags})
	}
	return out
}

func report(name string, t *extract.Tagger, data []extract.TaggedSentence) {
	right, n := 0, 0
	var ws []extract.TagWord
	for _, s := range data {
		ws = ws[:0]
		for _, w := range s.Words {
			ws = append(ws, extract.NewTagWord(w, strings.ReplaceAll(strings.ToLower(w), "’", "'")))
		}
		for i, k := range t.TagWords(ws, nil) {
			n++
			if t.Tags[k] == s.Tags[i] {
				right++
			}
		}
	}
	fmt.Printf("%-15s %6d words, %.2f %% right\n", name, n, 100*float64(right)/float64(max(1, n)))
}

// read reads words and XPOS tags. Quotation marks are left out, as the tagger
// never sees them, and words that GUM cuts at hyphens are joined again under the
// tag of their last part.
func read(path string) (out []extract.TaggedSentence, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	var cur extract.TaggedSentence
	glue := false
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		if len(c) < 10 {
			if sc.Text() == "" && len(cur.Words) > 0 {
				out = append(out, cur)
				cur, glue = extract.TaggedSentence{}, false
			}
			continue
		}
		word, tag := c[1], c[4]
		if strings.ContainsAny(c[0], "-.") {
			continue
		}
		if tag == "``" || tag == "''" || word == `"` {
			glue = false
			continue
		}
		n := len(cur.Words)
		switch {
		case n > 0 && glue && tag == "HYPH":
			cur.Words[n-1] += word
		case n > 0 && glue && strings.HasSuffix(cur.Words[n-1], "-"):
			cur.Words[n-1] += word
			cur.Tags[n-1] = tag
		default:
			cur.Words, cur.Tags = append(cur.Words, word), append(cur.Tags, tag)
		}
		glue = strings.Contains(c[9], "SpaceAfter=No")
	}
	if len(cur.Words) > 0 {
		out = append(out, cur)
	}
	return out, sc.Err()
}

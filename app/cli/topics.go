package cli

import "github.com/spf13/cobra"

// topics are pages of help that are no commands.
func topics() []*cobra.Command {
	return []*cobra.Command{
		{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodes},
		{Use: "records", Short: "The records that --jsonl reads and writes", Long: recordsHelp},
	}
}

const exitCodes = `0  done
1  it failed; the message says why and what to do
2  the command line could not be understood
3  done, and there are findings (check) or offers that wait for a decision (import)
4  the desk is open elsewhere; the message says who has it`

// recordsHelp is printed by `stet help records`; the types in batch_*.go are
// what it describes.
const recordsHelp = `extract, compare, find, anchor, match and read take --jsonl: one JSON object a line
in, one a line out, with the same id, in the same order. Records come from
standard input or from files, .gz too. -j N works on N at once. No desk is needed.

A record that fails gives {"id":…,"error":"…"}; the rest goes on, and the exit code
is 1 at the end. Unknown keys are left alone. Offsets in records are [start, end)
in Unicode code points of the text given.

extract  in   {"id","text","meta":{"date","title","publisher","lang"}}
         out  {"id","sentences","quotes","figures","quantities","entities",
               "totals","incident","check_worthy"}
compare  in   {"id","old","new"}; old_sents, new_sents: sentences to use
         out  {"id","pairs","edits","figures","changes"}
find     in   {"id","claim"}, with --within also "doc"
         --library: {"doc_id","title","sentences"} or {"doc_id","title","text"}
         out  {"id","ranking"}, with --within also "selected"
anchor   in   {"id","old","new","span":[start,end]}
         out  {"id","fate","span","reasons","candidates"}
match    in   {"id","claim":{"kind","text","speaker","date","place"},"passage",
               "meta":{"date"}}; kind is quote or figure
         out  {"id","relation","differences","why"}
read     in   {"id","html_text"} or {"id","path"}
         out  {"id","title","byline","publishedTime","siteName","lang","articleBody"}

  stet extract --jsonl archive.jsonl.gz > claims.jsonl`

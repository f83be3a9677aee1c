package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// farthest is how many letters a misspelt word may be off to be guessed: with
// three, short words begin to look like any other.
const farthest = 2

// oneOf finds a word among those there are, whatever its case and with - for
// spaces. The error names them all and guesses which was meant.
func oneOf[T ~string](what, word string, all []T) (T, error) {
	names := make([]string, len(all))
	for i, x := range all {
		names[i] = string(x)
		if strings.EqualFold(names[i], word) || strings.EqualFold(strings.ReplaceAll(names[i], " ", "-"), word) {
			return x, nil
		}
	}
	return "", usagef("%q is no %s%s; choose %s", word, what, guess(word, names), choice(names))
}

// choice lists words as "a, b or c".
func choice(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// guess is ": did you mean …?" or nothing.
func guess(word string, names []string) string {
	if n := closest(word, names); n != "" {
		return fmt.Sprintf(" (did you mean %q?)", n)
	}
	return ""
}

// closest is the word that a misspelling is nearest to, or "".
func closest(word string, names []string) string {
	best, least := "", farthest+1
	for _, n := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(n)); d < least && d < len(n) {
			best, least = n, d
		}
	}
	return best
}

// distance counts the letters to add, drop or change to make one word of
// another (Levenshtein).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			above := row[j+1]
			d := diagonal
			if x[i] != y[j] {
				d++
			}
			row[j+1] = min(d, above+1, row[j]+1)
			diagonal = above
		}
	}
	return row[len(y)]
}

// flagError words what pflag says about a flag, and guesses which was meant.
func flagError(c *cobra.Command, err error) error {
	_, name, ok := strings.Cut(err.Error(), "unknown flag: --")
	if !ok {
		return usageError{err}
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return usagef("there is no flag --%s%s", name, guess(name, names))
}

// noCommand is the error for a word that is no command of c.
func noCommand(c *cobra.Command, word string) error {
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	return usagef("there is no command %q%s", strings.TrimPrefix(c.CommandPath()+" "+word, "stet "), guess(word, names))
}

// group is a command that only holds others: alone it prints its help.
func group(c *cobra.Command) *cobra.Command {
	c.DisableFlagsInUseLine = true
	c.Args = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return noCommand(c, args[0])
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	return c
}

// needs asks for between least and most arguments (most < 0: any number) and
// says what they are.
func needs(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usagef("name %s", what)
		}
		return nil
	}
}

// alone asks for no arguments.
func alone(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments, and there is %q", c.Name(), args[0])
	}
	return nil
}

// words completes an argument from a fixed list.
func words[T ~string](all []T) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		out := make([]cobra.Completion, len(all))
		for i, x := range all {
			out[i] = string(x)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

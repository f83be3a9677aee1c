package extract

// resolve names the speakers.
func (q *quoting) resolve() {
	for _, x := range q.out {
		x.Speaker = x.By.Of(q.d.Text)
	}
}

// nested finds quotes inside quotes.
func (q *quoting) nested() {}

// foreign finds direct quotes in other languages.
func (q *quoting) foreign() {}

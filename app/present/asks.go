package present

// Asks is how view models ask the person; the window fills it in. Answers come
// on the screen's goroutine; no answer comes if the person turns away.
type Asks struct {
	// Tell shows what went wrong.
	Tell func(Problem)
	// Confirm asks a question with yes as the button.
	Confirm func(title, text, yes string, then func())
	// Text asks for a text.
	Text func(TextQuestion, func(string))
	// Form asks for several things at once; the answers come in the order of the
	// fields.
	Form func(FormQuestion, func(answers []string))
	// Pick lets choose one of several.
	Pick func(title string, options []Option, then func(i int))
	// Open lets choose what to read.
	Open func(what FileQuestion, then func(paths []string))
	// Save lets choose where to write a file.
	Save func(what FileQuestion, then func(path string))
	// Copy puts text on the clipboard.
	Copy func(string)
	// Quit ends the program.
	Quit func()
}

// TextQuestion asks for a text.
type TextQuestion struct {
	Title, Label, Hint, Value, Yes string
	Lines                          int  // more than 1: several lines
	Needed                         bool // an empty answer is none
}

// FormQuestion asks for several things at once.
type FormQuestion struct {
	Title, Yes string
	Fields     []Field
	Check      func(answers []string) string // what is wrong with the answers, "" if nothing; nil: never
}

// Field is one line of a form. A switch answers "yes" or "".
type Field struct {
	Label, Value, Hint string
	Switch             bool
}

// Option is one of several things to choose from.
type Option struct{ Title, Detail string }

// FileQuestion asks for files or a folder.
type FileQuestion struct {
	Title  string
	Folder bool
	Start  string // folder to start in
	Name   string // proposed for a file to be written
}

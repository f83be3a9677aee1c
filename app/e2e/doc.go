// Package e2e drives the real window under a virtual screen: it presses keys and
// buttons as a person does (xdotool), asks the window where things are (the
// socket of the build with tag e2e, app/ui/locate.go), checks on the command
// line what became of the desk, and takes the screenshots of the documentation.
//
// `make e2e` runs it. Without the build tag e2e the package has no tests.
//
// It never waits for a time: it asks until something is so, and fails after a
// while if it is not.
package e2e

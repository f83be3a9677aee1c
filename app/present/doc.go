// Package present holds the view models of the window: what is on the screen
// and what a person can do about it, as plain Go values and methods, with no
// window toolkit. Package ui draws them; tests drive them without a screen.
//
// # One goroutine
//
// Every field and method of a view model belongs to the goroutine of the
// screen, and only there may it be touched. Work that takes time leaves it
// through the Scheduler and comes back through it: Loader for reading (a later
// load cancels an earlier one), Shell.Act for short acts on the desk (one after
// another, in the order asked for), Jobs for long ones (with progress and
// cancel). Nothing else starts a goroutine.
//
// # How a pane hangs together
//
//	Shell        the open desk, what is open (Route), counts, findings, actions
//	  Listen     tells a pane of another desk, of acts, of another route
//	  Bind       gives an action of the Actions table its handler
//	view model   exported state, methods, and Changed, which the pane in ui sets
//	             to redraw itself; made with the shell, which it listens to
//
// A view model never changes what it shows because it acted: it acts on the
// desk, the desk announces the entries, the view model reloads. So one's own
// acts and another's arrive the same way.
//
// What is open is a value, Route. To go somewhere, on a click or from a report's
// reference, is Shell.Go with another value; back and forward are lists of
// them. Panes follow the route, they do not steer one another.
//
// Errors reach people through Explain, as a sentence that says what is wrong
// and one that says what to do.
package present

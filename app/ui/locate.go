//go:build e2e

package ui

func (w *Window) serve() {}

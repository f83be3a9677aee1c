package workspace

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/app/store"
	"stet/claims/toll"
	"stet/claims/toll/chart"
)

// The size of a chart written to a file: pixels of the page, and how many of the
// picture each is.
const (
	chartWidth = 900
	chartScale = 2
)

// WriteChart writes the chart of a board to a file, SVG or PNG by its ending, whole
// or not at all. It is on a white ground, for paper.
func (w *Workspace) WriteChart(ctx context.Context, key, path string) error {
	b, err := w.Toll(ctx, key)
	if err != nil {
		return err
	}
	data, err := ChartFile(b.Board, path)
	if err != nil {
		return err
	}
	if err := store.WriteFile(path, data); err != nil {
		return fmt.Errorf("writing the chart: %w", err)
	}
	return nil
}

// ChartFile is what WriteChart writes.
func ChartFile(b toll.Board, name string) ([]byte, error) {
	d := chart.Of(b, chartWidth)
	switch ending := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]); ending {
	case "svg":
		return []byte(chart.SVG(d, chart.Light)), nil
	case "png":
		var out bytes.Buffer
		err := chart.PNG(&out, d, chart.Light, chartScale)
		return out.Bytes(), err
	}
	return nil, fmt.Errorf("a chart is written as .svg or .png, not as %q", name)
}

// FindEvent finds an event, or a proposed one, by its key or by words of its name.
// Words that an event of the desk has mean it, whatever is proposed beside it.
func (w *Workspace) FindEvent(ctx context.Context, what string) (TollEvent, error) {
	list, err := w.TollEvents(ctx)
	if err != nil {
		return TollEvent{}, err
	}
	var found []TollEvent
	for _, e := range list {
		if e.Key == what {
			return e, nil
		}
		if what != "" && strings.Contains(strings.ToLower(e.Event.Name), strings.ToLower(what)) {
			found = append(found, e)
		}
	}
	if slices.ContainsFunc(found, func(e TollEvent) bool { return !e.Proposed }) {
		found = slices.DeleteFunc(found, func(e TollEvent) bool { return e.Proposed })
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return TollEvent{}, fmt.Errorf("there is no event %q on this desk, and none is proposed", what)
	}
	var names []string
	for _, e := range found {
		names = append(names, fmt.Sprintf("%s (%s)", e.Key, e.Event.Name))
	}
	return TollEvent{}, fmt.Errorf("%q may be %s; name one by its key", what, strings.Join(names, " or "))
}

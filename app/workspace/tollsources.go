package workspace

import (
	"context"
	"fmt"
	"strings"

	"stet/claims/toll"
)

// numberSources numbers the independent sources of each event's reports: copies of
// one story, and what credits one agency, are one.
func (w *Workspace) numberSources(ctx context.Context, work *tollWork) error {
	copied, err := w.clusters(ctx, nil)
	if err != nil {
		return err
	}
	number := func(list []toll.Report) error {
		names, outlets := make([][]string, len(list)), make([]string, len(list))
		for i := range list {
			outlets[i] = list[i].Copy.Outlet
		}
		credited := map[string]bool{} // the agencies that somebody credits
		for i := range list {
			v := list[i].Copy.Version
			names[i] = []string{"article " + string(v.Article)}
			if n := copied.number[v.Article]; n > 0 {
				names[i] = append(names[i], fmt.Sprint("cluster ", n))
			}
			if len(list) == 1 {
				continue
			}
			credit, err := w.credit(ctx, v)
			if err != nil {
				return err
			}
			if credit != "" {
				name := "agency " + creditName([]string{credit}, list[i].Copy.Outlet, outlets)
				names[i] = append(names[i], name)
				credited[name] = true
			}
		}
		group := groups{}
		for i, ns := range names {
			if own := "agency " + strings.ToLower(list[i].Copy.Outlet); credited[own] {
				ns = append(ns, own)
			}
			for _, n := range ns[1:] {
				group.join(ns[0], n)
			}
		}
		numbers := map[string]int{}
		for i, ns := range names {
			k := group.root(ns[0])
			if numbers[k] == 0 {
				numbers[k] = len(numbers) + 1
			}
			list[i].Source = numbers[k]
		}
		return nil
	}
	for i := range work.reports {
		if err := number(work.reports[i]); err != nil {
			return err
		}
	}
	for i := range work.proposals {
		if err := number(work.proposals[i].Reports); err != nil {
			return err
		}
	}
	return nil
}

// groups is which names stand for one thing (Tarjan's union-find).
type groups map[string]string

func (g groups) root(n string) string {
	for g[n] != "" && g[n] != n {
		n = g[n]
	}
	return n
}

func (g groups) join(a, b string) {
	if a, b = g.root(a), g.root(b); a != b {
		g[max(a, b)] = min(a, b)
	}
}

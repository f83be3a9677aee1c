//go:build headless

package app

import (
	"context"

	"stet/claims/ledger"
)

// window is nil in a program that is the command line alone.
var window func(ctx context.Context, desk string, who ledger.Who) error

//go:build !headless

package app

import (
	"context"

	"stet/claims/ledger"
)

// window opens the window on a desk.
var window func(ctx context.Context, desk string, who ledger.Who) error

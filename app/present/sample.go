package present

import (
	"context"

	"stet/app/workspace"
)

func sampleDesk(ctx context.Context, cfg workspace.Config, _ workspace.OnItem) (*workspace.Workspace, error) {
	return workspace.Open(ctx, cfg)
}

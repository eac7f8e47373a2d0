// Package web holds the files that the page and the commands share: models, samples,
// styles and scripts, and the built site.
package web

import "embed"

// Dist is the built site under "dist"; it holds only a placeholder until `make build` has run.
//
//go:embed all:dist
var Dist embed.FS

// Models holds one folder of word tables a language under "models".
//
//go:embed models
var Models embed.FS

package main

import (
	"fmt"
	"io"
)

// readHeadlines keeps the headlines of the file that -headlines names, for every text.
// What could not be read of it is told on stderr.
func (a *analyzer) readHeadlines() error {
	f, err := openFile(a.headlines)
	if err != nil {
		return fmt.Errorf("-headlines: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return fmt.Errorf("-headlines: %s: %w", a.headlines, err)
	}
	list, problems, err := a.builder.ReadHeadlines(b, a.language)
	if err != nil {
		return fmt.Errorf("-headlines: %s: %w", a.headlines, err)
	}
	for _, p := range problems {
		fmt.Fprintf(a.stderr, "analyze: -headlines: %s: %s\n", a.headlines, p)
	}
	a.builder.SetHeadlines(list)
	return nil
}

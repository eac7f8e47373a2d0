package main

import (
	"slices"
	"testing"
)

func TestPieces(t *testing.T) {
	page := "<h1>Title</h1><p>One two &amp; three</p>\n<p class=x>four <b>five</b> six.</p><p>abcdefghijklmnopqrstuvwxyz</p>"
	want := []string{"One two & three", "four five six.", "abcdefghij", "klmnopqrst"}
	if got := pieces(page, 10); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

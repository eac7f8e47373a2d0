package main

import "testing"

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		accept string
		want   string
	}{
		{"", "identity"},
		{"br", "br"},
		{"gzip", "gzip"},
		{"x-gzip", "gzip"},
		{"gzip, deflate, br, zstd", "br"},
		{"BR", "br"},
		{"gzip;q=1.0, br;q=0.9", "gzip"},
		{"br;q=0.5,gzip;q=0.5", "br"},
		{"br;q=0, gzip", "gzip"},
		{"br;q=0", "identity"},
		{"*", "br"},
		{"*;q=0.1, gzip;q=0.2", "gzip"},
		{"identity", "identity"},
		{"identity;q=0.5, gzip;q=0.4", "identity"},
		{"identity;q=0.4, gzip;q=0.5", "gzip"},
		{"identity;q=0", ""},
		{"identity;q=0, gzip", "gzip"},
		{"*;q=0", ""},
		{"*;q=0, identity", "identity"},
		{"*;q=0, br;q=0.001", "br"},
		{"zstd", "identity"},
		{"br;q=2", "identity"},
		{"br;q=-1", "identity"},
		{"br;q=NaN", "identity"},
		{"br;level=11", "identity"},
		{"br ; Q = 0.3 , gzip;q=0.2", "br"},
		{",,;q=1, gzip,", "gzip"},
		{"identitybr", "identity"},
	} {
		if got := choose([]string{c.accept}, "br", "gzip", "identity"); got != c.want {
			t.Errorf("choose(%q) = %q, want %q", c.accept, got, c.want)
		}
	}
	if got := choose([]string{"identity;q=0", "gzip"}, "br", "gzip", "identity"); got != "gzip" {
		t.Errorf("two fields: got %q, want gzip", got)
	}
	if got := choose([]string{"br, identity;q=0"}, "identity"); got != "" {
		t.Errorf("a picture, identity refused: got %q, want none", got)
	}
}

func FuzzChoose(f *testing.F) {
	f.Add("gzip;q=0.8, br")
	f.Add("*;q=0, identity;q=1e-9")
	f.Fuzz(func(t *testing.T, accept string) {
		switch got := choose([]string{accept}, "br", "gzip", "identity"); got {
		case "br", "gzip", "identity", "":
		default:
			t.Errorf("choose(%q) = %q, which was not offered", accept, got)
		}
	})
}

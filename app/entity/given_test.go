package entity

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"gloss/app/text"
)

var (
	given0    = regexp.MustCompile(`\[0/[A-Z]+ ([^\]]+)\]`)            // a mark that is no thing's
	givenMark = regexp.MustCompile(`\[(\d+)(?:/([A-Z]+))? ([^\]]+)\]`) // number, type or "", name
)

// TestResolveGivenNames has Resolve put together names that are given to it, whatever the recogniser would find.
func TestResolveGivenNames(t *testing.T) {
	r, l := openRules(t)
	data, err := os.ReadFile("testdata/given/things.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split("\n"+string(data), "\n== ")[1:]
	if len(parts) < 15 {
		t.Errorf("%d cases, want 15 or more", len(parts))
	}
	for _, part := range parts {
		c := readCase(t, "things.txt", givenMark.ReplaceAllString(given0.ReplaceAllString(part, "$1"), "[$1 $3]"))
		wrong, missing, _ := c.compare(r.Resolve(parse(c.text, l), givenNames(part)))
		if len(wrong)+len(missing) > 0 {
			t.Errorf("%s\n  found  %s\n  wanted %s", c.about, strings.Join(wrong, "\n         "), strings.Join(missing, "\n         "))
		}
	}
}

// givenNames are the marked names of a case, each of the type in its mark or else of its thing's.
func givenNames(part string) []Mention {
	_, rest, _ := strings.Cut(part, "\n")
	marked, list, _ := strings.Cut(rest, "\n--\n")
	types := map[string]Type{}
	for _, line := range strings.Split(list, "\n") {
		if f := strings.Fields(line); len(f) > 1 {
			types[f[0]] = Type(f[1])
		}
	}
	var out []Mention
	bare := 0 // bytes of the text before the mark
	for at := 0; ; {
		m := givenMark.FindStringSubmatchIndex(marked[at:])
		if m == nil {
			return out
		}
		number, name := marked[at+m[2]:at+m[3]], marked[at+m[6]:at+m[7]]
		typ := types[number]
		if m[4] >= 0 {
			typ = Type(marked[at+m[4] : at+m[5]])
		}
		bare += m[0]
		mention := Mention{Span: text.Span{Start: bare, End: bare + len(name)}}
		mention.become(typ, "given")
		out = append(out, mention)
		bare += len(name)
		at += m[1]
	}
}

// TestResolveMendsBounds gives Resolve names whose bounds are wrong.
func TestResolveMendsBounds(t *testing.T) {
	r, l := openRules(t)
	for marked, want := range map[string]string{
		"[Martin Hale PER] Sr. came.":                                 "[Martin Hale Sr. PER] came.",
		"Then Hurricane [Ophelia PER] came.":                          "Then [Hurricane Ophelia EVENT] came.",
		"[Pieter van der Berg PER] came. Mr van [der Berg PER] left.": "[Pieter van der Berg PER] came. Mr [van der Berg PER] left.",
		"He flew from [London-Bangkok LOC] to it.":                    "He flew from [London LOC]-[Bangkok LOC] to it.",
		"He likes [London-Ophir LOC] best.":                           "He likes [London-Ophir LOC] best.",
		"[Harrow City Councilor Lin Chih-wei LOC] came.":              "[Harrow City LOC] Councilor [Lin Chih-wei PER] came.",
		"[Crown Prince Sheikh Mishal Al-Noor PER] came.":              "Crown Prince Sheikh [Mishal Al-Noor PER] came.",
		"[Billie Jean King Moss PER] came.":                           "[Billie Jean King Moss PER] came.",
		"[Huang Mei PER]-ling came.":                                  "[Huang Mei-ling PER] came.",
		"[Mondays Inc and of Brown ORG] came.":                        "[Mondays Inc ORG] and of Brown came.",
		"[Iran LOC] paid Zorbo Paper Mills Ltd for it.":               "[Iran LOC] paid [Zorbo Paper Mills Ltd ORG] for it.",
		"[Mishal Al-Noor PER] came. Then Sheikh Mishal left.":         "[Mishal Al-Noor PER] came. Then Sheikh [Mishal PER] left.",
	} {
		input, given := cut(t, marked)
		for i := range given {
			given[i].become(given[i].Type, "given")
		}
		doc := parse(input, l)
		if got, _ := r.Resolve(doc, given); mark(input, got) != want {
			t.Errorf("got  %s\nwant %s", mark(input, got), want)
		}
	}
}

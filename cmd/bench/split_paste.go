package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// madePaste is a paste and what it was made of.
type madePaste struct {
	text        string
	title, body string   // as they stand in the text
	titles      []string // of the list's headlines, clean
}

// layout is how a paste is laid out.
type layout struct {
	title, byline bool
	paragraph     string // between paragraphs
	gap           int    // blank lines before the list
	header        bool
	bullet        string
	numbers       string // "%d. "
	spread        bool   // a blank line between headlines
	source        string // between headline and source
	times         bool   // a time line after each
	sections      int    // 1: a line before each, 2: before a bar
	wrap, crlf    bool
	menus         bool
}

// shape is one of the twelve: what it must have.
type shape struct {
	name string
	set  func(l *layout, r *rand.Rand)
}

var shapes = []shape{
	{"plain, after blank lines", func(l *layout, r *rand.Rand) { l.gap = 2 + r.IntN(2) }},
	{"directly after the last paragraph", func(l *layout, r *rand.Rand) { l.gap = 0 }},
	{"under a header", func(l *layout, r *rand.Rand) { l.header = true; l.gap = r.IntN(3) }},
	{"bulleted", func(l *layout, r *rand.Rand) { l.bullet = pick(r, splitBullets); l.gap = r.IntN(3) }},
	{"numbered", func(l *layout, r *rand.Rand) { l.numbers = pick(r, splitNumbers); l.gap = r.IntN(3) }},
	{"one a paragraph", func(l *layout, r *rand.Rand) { l.spread = true; l.gap = 1 + r.IntN(2) }},
	{"source after a dash or bar", func(l *layout, r *rand.Rand) { l.source = pick(r, splitDashes); l.gap = r.IntN(3) }},
	{"time line after each", func(l *layout, r *rand.Rand) { l.times = true; l.gap = r.IntN(3) }},
	{"CRLF", func(l *layout, r *rand.Rand) { l.crlf = true; l.gap = r.IntN(3) }},
	{"section label before each", func(l *layout, r *rand.Rand) { l.sections = 1 + r.IntN(2); l.gap = r.IntN(3) }},
	{"body wrapped at 72", func(l *layout, r *rand.Rand) { l.wrap = true; l.gap = r.IntN(3) }},
	{"menus and share buttons around", func(l *layout, r *rand.Rand) { l.menus = true; l.gap = r.IntN(3) }},
}

var (
	splitBullets = []string{"• ", "- ", "* ", "– ", "▪ ", "·  ", "→ ", "•\t"}
	splitNumbers = []string{"%d. ", "%d) ", "(%d) ", "%d.\t"}
	splitDashes  = []string{" - ", " – ", " — ", " | "}
	splitHeaders = []string{"Related stories", "READ MORE", "Latest news:", "More on this story", "You may also like", "Most read", "Top Stories", "RELATED:", "More from the Gazette",
		"Elsewhere on the site", "Trending now", "Recommended for you", "Related coverage", "In other news", "Editors' picks", "Also in the news", "Today's headlines", "What to read next"}
	splitSources = []string{"Reuters", "BBC News", "The Guardian", "AP", "CNN", "Al Jazeera", "Bloomberg", "The New York Times", "Harbour Gazette", "The Northern Bugle", "Fjord Today", "Daily Lantern",
		"KTXR 7", "Valley Ledger", "nordlys.no", "Tagesblick"}
	splitTimes = []string{"2 hours ago", "12 Jan 2026", "5 min read", "Yesterday", "3h", "Updated 12 minutes ago", "Jan 12, 2026", "2026-01-12", "12 January 2026 · 4 min read", "an hour ago", "14:05", "Mon 9 Mar",
		"3 days ago", "9 March 2025, 10:12 GMT", "2 min read", "Published 3 May 2024"}
	splitSections = []string{"World", "Business", "Politics", "Sport", "Technology", "Health", "Science", "Entertainment", "Opinion", "Travel", "UK", "Culture", "Money", "Climate"}
	splitTop      = []string{"Skip to content", "Home", "News", "Sport", "Menu", "Sign in", "Subscribe", "Home | World | Business | Sport", "Search", "Advertisement"}
	splitShare    = []string{"Share", "Facebook", "Twitter", "WhatsApp", "Copy link", "Email", "Print", "Share this article", "Comments", "Save", "Advertisement", "Facebook Twitter Email"}
	splitFoot     = []string{"Load more", "Back to top", "Privacy Policy", "Terms of Use", "Contact us", "© 2026 The Daily Lantern", "View all", "Sign up for our newsletter", "About us"}
	splitBylines  = []string{"By Jane Doe", "By Amir Haddad and Lucy Ng", "Reuters", "New York, 4 November 2016", "Published 3 May 2024 10:12 GMT", "Updated 2 hours ago", "By Tom Field, political correspondent",
		"BBC News, Washington", "3 min read"}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// paste makes one paste of the shape over article i. Two in five get something of another shape as well.
func (h *splitHalf) paste(shape, i int) madePaste {
	r := rand.New(rand.NewPCG(uint64(shape)+1, uint64(i)+1))
	l := layout{title: r.IntN(10) < 7, paragraph: "\n\n", gap: 1 + r.IntN(2)}
	l.byline = l.title && r.IntN(3) == 0
	if r.IntN(5) < 2 {
		l.paragraph = "\n"
	}
	if r.IntN(5) < 2 {
		other := r.IntN(len(shapes))
		shapes[other].set(&l, r)
	}
	shapes[shape].set(&l, r)
	if l.bullet != "" && l.numbers != "" {
		l.numbers = ""
	}
	if l.wrap {
		l.paragraph = "\n\n"
	}
	return l.build(h.bbc[i], h.headlines(r, i), r)
}

// headlines draws the list: 3 to 20 of other articles, of the pool, or of both.
func (h *splitHalf) headlines(r *rand.Rand, not int) []string {
	n, from := 3+r.IntN(18), r.IntN(4)
	var out []string
	for len(out) < n {
		if from == 0 || from == 1 && r.IntN(2) == 0 {
			if i := r.IntN(len(h.bbc)); i != not {
				out = append(out, h.bbc[i].Title)
			}
			continue
		}
		out = append(out, pick(r, h.pool))
	}
	return out
}

// build lays the paste out.
func (l layout) build(a article, headlines []string, r *rand.Rand) madePaste {
	p := madePaste{body: strings.ReplaceAll(strings.TrimSpace(a.Body), "\n\n", l.paragraph)}
	if l.wrap {
		p.body = wrapText(p.body, 72)
	}
	var b strings.Builder
	if l.menus && r.IntN(2) == 0 {
		b.WriteString(lines(r, splitTop, 1+r.IntN(3)))
	}
	if l.title {
		p.title = a.Title
		b.WriteString(a.Title + "\n")
		for l.byline {
			b.WriteString(pick(r, splitBylines) + "\n")
			l.byline = r.IntN(3) == 0
		}
		b.WriteString(strings.Repeat("\n", r.IntN(2)))
	}
	b.WriteString(p.body + "\n" + strings.Repeat("\n", l.gap))
	if l.menus {
		b.WriteString(lines(r, splitShare, 1+r.IntN(4)))
		b.WriteString(strings.Repeat("\n", r.IntN(2)))
	}
	if l.header {
		b.WriteString(pick(r, splitHeaders) + "\n" + strings.Repeat("\n", r.IntN(2)))
	}
	for i, h := range headlines {
		b.WriteString(l.headline(i, h, r))
		p.titles = append(p.titles, strings.Join(strings.Fields(h), " "))
	}
	if l.menus && r.IntN(2) == 0 {
		b.WriteString(lines(r, splitFoot, 1+r.IntN(3)))
	}
	p.text = b.String()
	if l.crlf {
		p.text, p.body = strings.ReplaceAll(p.text, "\n", "\r\n"), strings.ReplaceAll(p.body, "\n", "\r\n")
	}
	return p
}

// headline lays out one headline with its line feed.
func (l layout) headline(i int, h string, r *rand.Rand) string {
	var b strings.Builder
	if l.sections == 1 {
		b.WriteString(pick(r, splitSections) + "\n")
	}
	b.WriteString(l.bullet)
	if l.numbers != "" {
		fmt.Fprintf(&b, l.numbers, i+1)
	}
	if l.sections == 2 {
		b.WriteString(pick(r, splitSections) + " | ")
	}
	b.WriteString(h)
	if l.source != "" {
		b.WriteString(l.source + pick(r, splitSources))
	}
	b.WriteByte('\n')
	if l.times {
		b.WriteString(pick(r, splitTimes) + "\n")
	}
	if l.spread {
		b.WriteByte('\n')
	}
	return b.String()
}

func lines(r *rand.Rand, from []string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pick(r, from) + "\n")
	}
	return b.String()
}

// wrapText fills each paragraph greedily to the width in runes.
func wrapText(s string, width int) string {
	var b strings.Builder
	for i, par := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		at := 0
		for _, w := range strings.Fields(par) {
			n := utf8.RuneCountInString(w)
			switch {
			case at == 0:
			case at+1+n > width:
				b.WriteByte('\n')
				at = 0
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(w)
			at += n
		}
	}
	return b.String()
}

package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/entity"
)

// How much of each list Text shows; Top may have cut it further.
const (
	mostEntities  = 12 // of each type
	textKeywords  = 20
	textPhrases   = 12
	textHeadlines = 20
	textColumn    = 40 // characters of the first column
)

// typeTitles are the headings of Text, in the order of Types; types of one heading stand side by side.
var typeTitles = []struct {
	title string
	types []entity.Type
}{
	{"People", []entity.Type{entity.Person}},
	{"Places", []entity.Type{entity.Location}},
	{"Organisations", []entity.Type{entity.Org}},
	{"Groups", []entity.Type{entity.Group}},
	{"Events", []entity.Type{entity.Event}},
	{"Other names", []entity.Type{entity.Misc}},
	{"Dates and amounts", []entity.Type{entity.Date, entity.Time, entity.Money, entity.Percent, entity.Quantity}},
}

// Text is the report as a person reads it in a terminal: the first of each list, no
// offsets. Control characters of the pasted text do not reach the terminal.
func (r *Report) Text() string {
	var b strings.Builder
	if t := r.Article.Title; t != nil {
		fmt.Fprintln(&b, collapse(t.Text))
	}
	if t := r.Article.Byline; t != nil {
		fmt.Fprintln(&b, collapse(t.Text))
	}
	s := r.Stats
	fmt.Fprintf(&b, "%s, %s, %s, %s to read, language %s\n", plural(s.Words, "word"), plural(s.Sentences, "sentence"),
		plural(s.Paragraphs, "paragraph"), minutes(s.ReadingSeconds), r.Language)
	for _, n := range r.Notices {
		fmt.Fprintf(&b, "Note: %s\n", n.Text)
	}
	for _, g := range typeTitles {
		textEntities(&b, r.sure(), g.title, g.types)
	}
	textEntities(&b, r.Entities[len(r.sure()):], "Perhaps names", Types)
	r.textWords(&b)
	r.textQuotes(&b)
	r.textHeadlines(&b)
	return printable(b.String())
}

func textEntities(b *strings.Builder, entities []Entity, title string, types []entity.Type) {
	shown, all := 0, 0
	for _, e := range entities {
		if !containsType(types, e.Type) {
			continue
		}
		all++
		if shown == mostEntities {
			continue
		}
		if shown == 0 {
			fmt.Fprintf(b, "\n%s\n", title)
		}
		shown++
		name := collapse(e.Name)
		if len(e.Aliases) > 0 {
			name += " (" + strings.Join(e.Aliases, ", ") + ")"
		}
		fmt.Fprintf(b, "  %s %d\n", padded(name), e.Count)
	}
	if all > shown {
		fmt.Fprintf(b, "  and %d more\n", all-shown)
	}
}

func containsType(types []entity.Type, t string) bool {
	for _, u := range types {
		if string(u) == t {
			return true
		}
	}
	return false
}

func (r *Report) textWords(b *strings.Builder) {
	if len(r.Keywords) > 0 {
		b.WriteString("\nKeywords\n")
	}
	for _, k := range first(r.Keywords, textKeywords) {
		fmt.Fprintf(b, "  %s %d", padded(k.Form), k.Count)
		if len(k.Forms) > 1 {
			forms := make([]string, len(k.Forms))
			for i, f := range k.Forms {
				forms[i] = fmt.Sprintf("%s %d", f.Form, f.Count)
			}
			fmt.Fprintf(b, "  (%s)", strings.Join(forms, ", "))
		}
		b.WriteByte('\n')
	}
	if len(r.Phrases) > 0 {
		b.WriteString("\nPhrases\n")
	}
	for _, p := range first(r.Phrases, textPhrases) {
		fmt.Fprintf(b, "  %s %d\n", padded(p.Text), p.Count)
	}
}

func (r *Report) textQuotes(b *strings.Builder) {
	if len(r.Quotes) > 0 {
		b.WriteString("\nQuotes\n")
	}
	for _, q := range r.Quotes {
		speaker := q.Speaker
		if speaker == "" {
			speaker = "no speaker named"
		}
		if q.Indirect {
			speaker += " (indirect)"
		}
		fmt.Fprintf(b, "  %s: %s\n", speaker, collapse(q.Text))
	}
}

func (r *Report) textHeadlines(b *strings.Builder) {
	if len(r.Headlines) > 0 {
		b.WriteString("\nHeadlines\n")
	}
	for _, h := range first(r.Headlines, textHeadlines) {
		level := h.Level
		if level == "none" {
			level = "-"
		}
		fmt.Fprintf(b, "  %.2f %-7s %s\n", h.Score, level, h.Title)
		if h.Level != "none" && len(h.Reasons) > 0 {
			why := make([]string, len(h.Reasons))
			for i, reason := range h.Reasons {
				why[i] = reason.Text
			}
			fmt.Fprintf(b, "               by %s\n", strings.Join(why, ", "))
		}
	}
	if n := len(r.Headlines) - textHeadlines; n > 0 {
		fmt.Fprintf(b, "  and %d more\n", n)
	}
}

// padded is s filled with spaces to the width of the first column.
func padded(s string) string {
	return s + strings.Repeat(" ", max(0, textColumn-utf8.RuneCountInString(s)))
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func minutes(seconds int) string {
	if seconds < 60 {
		return fmt.Sprintf("%d s", seconds)
	}
	return fmt.Sprintf("%d min", (seconds+30)/60)
}

// printable is s with control and format characters (escape sequences, changes of writing direction)
// shown as U+FFFD; line breaks and the joiners of emoji stay.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\u200d' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return utf8.RuneError
		}
		return r
	}, s)
}

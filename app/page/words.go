package page

import (
	"html"
	"strconv"
)

// kind is how a type of entity is shown: its class, its name in the plural and in the singular.
type kind struct{ class, plural, singular string }

// kinds in the order of report.Types; all dates and amounts are the last one.
var kinds = []kind{
	{"per", "People", "Person"},
	{"loc", "Places", "Place"},
	{"org", "Organisations", "Organisation"},
	{"norp", "Groups", "Group"},
	{"event", "Events", "Event"},
	{"misc", "Other", "Other name"},
	{"num", "Dates, amounts", "Date or amount"},
}

var kindOf = map[string]int{"PER": 0, "LOC": 1, "ORG": 2, "NORP": 3, "EVENT": 4, "MISC": 5}

// kindFor is the kind of a report's entity type; what is no name is a date or an amount.
func kindFor(typ string) kind {
	if i, ok := kindOf[typ]; ok {
		return kinds[i]
	}
	return kinds[6]
}

func kindByClass(class string) kind {
	for _, k := range kinds {
		if k.class == class {
			return k
		}
	}
	return kind{class: class, singular: "Word"}
}

var languages = map[string]string{"en": "English", "und": "language not supported"}

func languageName(code string) string { return orElse(languages[code], code) }

func minutes(seconds int) int { return max(1, (seconds+30)/60) }

// duration is a reading time, in hours where minutes would say little.
func duration(minutes int) string {
	if minutes < 100 {
		return strconv.Itoa(minutes) + " min"
	}
	return strconv.Itoa((minutes+30)/60) + " h"
}

// number writes n with a comma at each thousand.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// plural is "1 word" or "2 words".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

func megabytes(n int) string {
	if n < 950_000 {
		return number(max(1, n/1000)) + " kB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// esc makes a text safe inside markup and attribute values: the one way that pasted words get into raw markup.
func esc(s string) string { return html.EscapeString(s) }

package page

import (
	"html"
	"time"

	"gloss/app/report"
)

// kind is how a type of entity is shown: its class, its name in the plural and in the singular.
type kind struct{ class, plural, singular, small, guess, article string }

func kindOfClass(class string) kind {
	return kind{class, say("kind." + class + ".many"), say("kind." + class + ".single"), say("kind." + class + ".small"), say("kind." + class + ".guess"), say("kind." + class + ".article")}
}

// kinds in the order of report.Types; all dates and amounts are the last one.
var kinds = []kind{
	kindOfClass("per"), kindOfClass("loc"), kindOfClass("org"), kindOfClass("norp"), kindOfClass("event"), kindOfClass("misc"), kindOfClass("num"),
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
	return kind{class: class, singular: say("kind.word")}
}

func minutes(seconds int) int { return max(1, (seconds+30)/60) }

// duration is a reading time, in hours where minutes would say little.
func duration(minutes int) string {
	if minutes < 100 {
		return say("time.minutes", "n", number(minutes))
	}
	return say("time.hours", "n", number((minutes+30)/60))
}

func number(n int) string { return written(float64(n), "whole") }

// value is the normal form of a date or an amount, for people.
func value(e report.EntitySummary) string {
	if _, err := time.Parse(time.DateOnly, e.Value); e.Type == "DATE" && err == nil {
		return day(e.Value)
	}
	return e.Value
}

// percent writes a share in hundredths.
func percent(n int) string { return written(float64(n)/100, "percent") }

func megabytes(n int) string {
	if n < 950_000 {
		return say("size.kb", "n", number(max(1, n/1000)))
	}
	return say("size.mb", "n", written(float64(n)/1e6, "tenth"))
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// esc makes a text safe inside markup and attribute values: the one way that pasted words get into raw markup.
func esc(s string) string { return html.EscapeString(s) }

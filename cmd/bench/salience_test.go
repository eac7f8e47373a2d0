package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"gloss/app/entity"
)

func TestAboutness(t *testing.T) {
	of := func(t entity.Type, names ...string) entity.Entity {
		return entity.Entity{Type: t, Name: names[0], Aliases: names[1:]}
	}
	entities := []entity.Entity{of("LOC", "Iran"), of("PER", "Ebrahim Raisi", "Raisi"), of("ORG", "UN"), of("NORP", "Iranian"), of("EVENT", "Olympics")}
	for title, want := range map[string]aboutness{
		"Raisi leaves":                    {1, 1, 1, 1},
		"Iranians and Iranian film":       {1, 0, 1, 0}, // fourth
		"UN: Iranian film of Iran":        {1, 1, 3, 2},
		"UNESCO at the Olympics":          {}, // in another word; of a type that is not counted
		"raisi and un":                    {},
		"Raising of the bar by Raisi, 60": {1, 1, 1, 1},
	} {
		var got aboutness
		if got.add(title, entities); got != want {
			t.Errorf("%q: %+v, want %+v", title, got, want)
		}
	}
}

// TestBenchSalience has an article that begins with what it is not about, and one whose title names nothing.
func TestBenchSalience(t *testing.T) {
	data := t.TempDir()
	if err := os.Mkdir(filepath.Join(data, "headline"), 0o755); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	enc := json.NewEncoder(&lines)
	for _, a := range []article{
		{Title: "Moscow waits", Body: "Norway, Sweden and Denmark met in Moscow. Moscow was glad. The mayor of Moscow said so."},
		{Title: "They wait", Body: "Norway met Sweden."},
	} {
		if err := enc.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(data, "headline", "bbc-dev.jsonl"), []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	tables, err := benchSalience(data)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{ourName, "100.0", "100.0"}, {"commonest first", "100.0", "100.0"}, {"as they come", "0.0", "0.0"}}
	if got := tables[0].rows; !reflect.DeepEqual(got, want) || !strings.Contains(tables[0].note, "of the 1 BBC articles") {
		t.Errorf("%q, %s", got, tables[0].note)
	}
}

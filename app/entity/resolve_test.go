package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// TestResolve reads each case file: a text, and the entities that are to be found in it.
func TestResolve(t *testing.T) {
	r, l := openEnglish(t)
	n := langtest.Archives(t, "testdata/resolve/*.txtar", func(t *testing.T, a *txtar.Archive) {
		doc := parse(string(a.Files[0].Data), l)
		check(t, r, doc)
		mentions, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		got := describe(entities) + "\n" + mark(doc.Text, mentions)
		if langtest.Update() {
			a.Files[1].Data = []byte(got)
		}
		if want := string(a.Files[1].Data); got != want {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", strings.TrimSpace(string(a.Comment)), got, want)
		}
	})
	if n < 15 {
		t.Errorf("%d case files, want 15 or more", n)
	}
}

// describe writes an entity a line: type, count, name, aliases, value, relations.
func describe(entities []Entity) string {
	var b strings.Builder
	for _, e := range entities {
		fmt.Fprintf(&b, "%s %d %s", e.Type, len(e.Mentions), e.Name)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, " = %s", strings.Join(e.Aliases, " = "))
		}
		if e.Value != "" {
			fmt.Fprintf(&b, " (%s)", e.Value)
		}
		for _, rel := range e.Related {
			fmt.Fprintf(&b, " → %s of %s", rel.Relation, rel.Name)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestPlaceOfADatelineIsNamedWithoutShouting: its row says Amman, the text AMMAN.
func TestPlaceOfADatelineIsNamedWithoutShouting(t *testing.T) {
	r, l := openEnglish(t)
	for text, want := range map[string]string{"AMMAN — The court met on Sunday.": "Amman", "ST. LOUIS (AP) -- The game was late.": "St. Louis", "AMMAN — The court of Amman met.": "Amman"} {
		doc := parse(text, l)
		_, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		if !slices.ContainsFunc(entities, func(e Entity) bool { return e.Type == Location && e.Name == want && len(e.Aliases) == 0 }) {
			t.Errorf("%s: %v, want %s", text, entities, want)
		}
	}
}

// TestNamesThatGoOnInTwoWays: longer names that begin alike and part ways stand for no one fuller name.
func TestNamesThatGoOnInTwoWays(t *testing.T) {
	r, l := openEnglish(t)
	doc := parse("Shares of Zenith rose 3%. Zenith Bank Corp. fell, Zenith Insurance Company Ltd. rose, and so did Zenith, the company said.", l)
	_, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
	for _, e := range entities {
		if e.Name != "Zenith" && strings.HasPrefix(e.Name, "Zenith") && slices.Contains(e.Aliases, "Zenith") {
			t.Errorf("Zenith is taken for %s", e.Name)
		}
	}
}

func TestHeadlinesKnowTheNamesOfTheBody(t *testing.T) {
	r, l := openEnglish(t)
	body := parse("Hossein Amirabdollahian met leaders of the Shanghai Cooperation Organization (SCO) in Samarkand. Amirabdollahian left the SCO talks early. Iran wants to join.", l)
	_, entities := r.Resolve(body, r.Recognize(body, 0, len(body.Sentences)))
	known := r.Know(entities)
	for _, marked := range []string{
		"[Amirabdollahian PER] Hails [SCO ORG] Deal",
		"[IRAN LOC] HAILS [SCO ORG] DEAL",
		"Why [Samarkand LOC] matters to [Iran LOC]",
		"What it means for us",
	} {
		input, want := cut(t, marked)
		if got := known.Recognize(parse(input, l)); !same(got, want) {
			t.Errorf("got  %s\nwant %s", mark(input, got), marked)
		}
	}
}

func TestRecognizeByParagraphsIsRecognizeAtOnce(t *testing.T) {
	r, l := openEnglish(t)
	doc := parse(strings.Repeat("Vladimir Putin met Ebrahim Raisi in Tehran. They spoke of Iran.\n\nThe US paid $5 to us on May 5.\n\n", 5), l)
	var parts []Mention
	for i := range doc.Sentences {
		parts = append(parts, r.Recognize(doc, i, i+1)...)
	}
	if whole := r.Recognize(doc, 0, len(doc.Sentences)); !same(parts, whole) {
		t.Errorf("%d mentions sentence by sentence, %d at once", len(parts), len(whole))
	}
}

func TestSalienceOrdersAndSumsToOneAtMost(t *testing.T) {
	r, l := openEnglish(t)
	doc := parse("Iran joins bloc\n\nIran joined on Friday. Iran is glad.\n\nNorway did not. Oslo was silent.", l)
	_, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
	if len(entities) < 3 || entities[0].Name != "Iran" {
		t.Fatalf("entities %s", describe(entities))
	}
	sum := 0.0
	for i, e := range entities {
		sum += e.Salience
		if i > 0 && e.Salience > entities[i-1].Salience {
			t.Errorf("%s stands behind %s", e.Name, entities[i-1].Name)
		}
	}
	if sum > 1 || sum < 0.99 {
		t.Errorf("saliences add up to %v", sum)
	}
}

// TestLargeTextsAreRead reads a megabyte each of texts that are hard for a recogniser whose work is not linear: it would not end.
func TestLargeTextsAreRead(t *testing.T) {
	r, l := openEnglish(t)
	for name, piece := range map[string]string{
		"one line of names":     "Jean Dupont of Acme Ltd (AL) met Kim Lee, ",
		"capitals":              "IRAN AND RUSSIA SIGN DEAL ",
		"new names all the way": "Xab%d Yor%d met Zed%d Group in Qom%d. ",
		"blank lines":           "\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for i := 0; b.Len() < 1<<20; i++ {
				b.WriteString(strings.ReplaceAll(piece, "%d", fmt.Sprint(i)))
			}
			doc := parse(b.String(), l)
			mentions, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
			if names := strings.ContainsAny(piece, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); names != (len(mentions) > 0) || names != (len(entities) > 0) {
				t.Errorf("%d mentions, %d entities", len(mentions), len(entities))
			}
		})
	}
}

func benchmarkText(words int) string {
	const piece = "Officials in Tehran said on Monday that Iran had paid $2bn to the Shanghai Cooperation Organization (SCO). Mr. Putin's aide, Sergei Lavrov, denied it in Moscow.\n\n"
	return strings.Repeat(piece, words/26+1)
}

func BenchmarkRecognize(b *testing.B) {
	r, l := openEnglish(b)
	for _, words := range []int{1_000, 10_000, 100_000} {
		doc := parse(benchmarkText(words), l)
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			b.ReportAllocs()
			start := time.Now()
			for b.Loop() {
				r.Recognize(doc, 0, len(doc.Sentences))
			}
			b.ReportMetric(float64(len(doc.Tokens)*b.N)/time.Since(start).Seconds(), "tokens/s")
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	r, l := openEnglish(b)
	for _, words := range []int{1_000, 10_000, 100_000} {
		doc := parse(benchmarkText(words), l)
		found := r.Recognize(doc, 0, len(doc.Sentences))
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Resolve(doc, append([]Mention(nil), found...))
			}
		})
	}
}

package report

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

const (
	mixedEnglish = "The mayor of Brandonsville said on Monday that the old bridge will stay closed until the spring, because the money for its repair has not been found."
	mixedFrench  = "Le maire a dit que le pont restera fermé jusqu'au printemps, parce que la ville n'a pas encore trouvé l'argent pour les travaux qui sont nécessaires."
	mixedGerman  = "Der Bürgermeister hat gesagt, dass die Brücke bis zum Frühling geschlossen bleibt, weil die Stadt das Geld für die Arbeiten noch nicht gefunden hat."
)

// TestMixedLanguages reads texts whose paragraphs are in several languages.
func TestMixedLanguages(t *testing.T) {
	b := open(t)
	for _, c := range []struct {
		name, text string
		in         string
		want       []string // names of the runs
	}{
		{"one language", mixedEnglish + "\n\n" + mixedEnglish, "", []string{"English"}},
		{"French within", mixedEnglish + "\n\n" + mixedFrench + "\n\n" + mixedFrench + "\n\n" + mixedEnglish + "\n\n" + mixedEnglish, "", []string{"English", "French", "English"}},
		{"three", mixedEnglish + "\n\n" + mixedEnglish + "\n\n" + mixedFrench + "\n\n" + mixedGerman, "", []string{"English", "French", "German"}},
		{"a short one", mixedEnglish + "\n\nOui, bien sûr.\n\n" + mixedEnglish, "", []string{"English"}},
		{"a quotation", mixedEnglish + "\n\n“Le pont est à nous et pas aux riches,” a protester shouted at the door of the town hall on Monday.\n\n" + mixedEnglish, "", []string{"English"}},
		{"names", mixedEnglish + "\n\nVirgil van Dijk, Frenkie de Jong, Luuk de Jong, Matthijs de Ligt, Donny van de Beek and Daley Blind were there.\n\n" + mixedEnglish, "", []string{"English"}},
		{"as the reader says", mixedEnglish + "\n\n" + mixedFrench, "en-GB", []string{"English"}},
		{"nothing", "", "", []string{"English"}},
	} {
		in := Input{Text: c.text, Language: c.in}
		r := build(t, b, in)
		var got []string
		end := r.Article.Start
		for i, l := range r.Languages {
			got = append(got, l.Name)
			if strings.TrimSpace(c.text[end:l.Start]) != "" || l.End < l.Start || i > 0 && l.End == l.Start {
				t.Errorf("%s: run %d is %+v after %d", c.name, i, l, end)
			}
			end = l.End
		}
		if !slices.Equal(got, c.want) || end != r.Article.End {
			t.Errorf("%s: %+v, want %q up to %d", c.name, r.Languages, c.want, r.Article.End)
		}
		if r.Languages[0].Language != r.Language {
			t.Errorf("%s: %+v in a text in %s", c.name, r.Languages, r.Language)
		}
	}
}

// TestEachLanguageReadsItsOwn counts a word that two languages have only where its language is, and names wherever they are.
func TestEachLanguageReadsItsOwn(t *testing.T) {
	b := open(t)
	b.SetLexicon("Brandonsville, place")
	in := Input{Text: mixedEnglish + " The pont is French.\n\n" + mixedFrench + " Il habite à Brandonsville.\n\n" + mixedEnglish, Unsure: true}
	r := build(t, b, in)
	for _, k := range r.Keywords {
		switch k.Form {
		case "pont":
			if k.Count != 1 {
				t.Errorf("a pont of one language has the places %v", k.Spans)
			}
		case "que", "les", "qui":
			t.Errorf("%q is a keyword", k.Form)
		}
	}
	i := slices.IndexFunc(r.Entities, func(e Entity) bool { return e.Name == "Brandonsville" })
	if i < 0 || r.Entities[i].Count != 3 {
		t.Errorf("%+v", r.Entities)
	}
}

// TestLanguageAsTheReaderSays has the languages of codes with regions and of Norwegian's two forms read, and others named as they were given.
func TestLanguageAsTheReaderSays(t *testing.T) {
	b := open(t)
	for code, want := range map[string]string{
		"en": "en", "en-GB": "en", "es-419": "es", "FR": "fr", "ru-RU": "ru", "sv-FI": "sv", "hu": "hu", "no": "no", "nb": "no", "nn": "no", "no-NO": "no", "nb-NO": "no", "nn_NO": "no",
		"pt-BR": "und", "xx": "und", "../en": "und",
	} {
		r := build(t, b, Input{Text: mixedEnglish, Language: code})
		if r.Language != want || len(r.Languages) != 1 || r.Languages[0].Language != want {
			t.Errorf("%s is read as %s, %+v", code, r.Language, r.Languages)
		}
		named := slices.ContainsFunc(r.Notices, func(n Notice) bool { return n.Kind == NoticeLanguage && strings.Contains(n.Text, "“"+code+"”") })
		if named != (want == "und") {
			t.Errorf("%s: notices %+v", code, r.Notices)
		}
	}
}

// TestLanguagesInUTF16 has the runs in units of UTF-16 hold what they held in bytes.
func TestLanguagesInUTF16(t *testing.T) {
	in := Input{Text: "😀 " + mixedFrench + "\n\n" + mixedFrench + "\n\n" + mixedEnglish}
	r := build(t, open(t), in)
	var want []string
	for _, l := range r.Languages {
		want = append(want, in.Text[l.Start:l.End])
	}
	r.UTF16(in.Text)
	units := utf16.Encode([]rune(in.Text))
	for i, l := range r.Languages {
		if got := string(utf16.Decode(units[l.Start:l.End])); got != want[i] {
			t.Errorf("run %d is %q, want %q", i, got, want[i])
		}
	}
	if len(want) != 2 {
		t.Errorf("%d runs", len(want))
	}
}

package main

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"gloss/app/entity"
	"gloss/app/text"
)

// TestMain lets the test's own binary be asked as the engine, as gloss asks it.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "-engine" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestReadAnswers(t *testing.T) {
	texts := []string{"Ann in Rome", "é"}
	for _, tt := range []struct{ name, in, err string }{
		{"good", `{"seconds":1,"people":[[0,3]],"places":[[7,11]],"organisations":null}` + "\n" + `{"seconds":0.5}`, ""},
		{"the whole text", `{}{"places":[[0,2]]}`, ""},
		{"one missing", `{"seconds":1}`, "answer to text 2 of 2: EOF"},
		{"none", ``, "answer to text 1 of 2: EOF"},
		{"too many", `{}{}{}`, "more answers than the 2 texts"},
		{"past the end", `{"people":[[0,12]]}{}`, "answer to text 1 of 2: span [0 12] of 11 bytes"},
		{"backwards", `{}{"organisations":[[2,1]]}`, "answer to text 2 of 2: span [2 1] of 2 bytes"},
		{"negative", `{"places":[[-1,1]]}{}`, "answer to text 1 of 2: span [-1 1] of 11 bytes"},
		{"words about it", "Loading…\n{}{}", "answer to text 1 of 2: invalid character"},
		{"cut", `{}{"people":[[0`, "answer to text 2 of 2: unexpected EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readAnswers(strings.NewReader(tt.in), texts)
			switch {
			case tt.err == "" && (err != nil || len(got) != len(texts)):
				t.Errorf("%v, %v", got, err)
			case tt.err != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.err)):
				t.Errorf("error %v, want %s", err, tt.err)
			}
		})
	}
	got, err := readAnswers(strings.NewReader(`{"seconds":0.25,"people":[[0,3]],"places":[[7,11]]}{}`), texts)
	want := answer{Seconds: 0.25, People: [][2]int{{0, 3}}, Places: [][2]int{{7, 11}}}
	if err != nil || !reflect.DeepEqual(got[0], want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestBareName(t *testing.T) {
	for _, tt := range []struct{ span, want string }{
		{"Ann", "Ann"},
		{"the Hague Group", "Hague Group"},
		{"The  Company", "Company"},
		{"Theodore", "Theodore"},
		{"Greenspan's", "Greenspan"},
		{"Greenspan’s,", "Greenspan"},
		{"Nations'", "Nations"},
		{"“AOL”", "AOL"},
		{"(Apple Inc.", "Apple Inc."},
		{" U.S.;", "U.S."},
		{"the ", ""},
		{"…", "…"},
	} {
		whole := "<é>" + tt.span + "<>"
		if got := bareName(whole, text.Span{Start: 4, End: 4 + len(tt.span)}).Of(whole); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.span, got, tt.want)
		}
	}
}

func TestMentions(t *testing.T) {
	const said = "In Rome, the UN's Ann"
	a := answer{People: [][2]int{{18, 21}, {7, 8}}, Places: [][2]int{{3, 8}}, Organisations: [][2]int{{9, 17}}}
	want := []entity.Mention{
		{Span: text.Span{Start: 3, End: 7}, Type: entity.Location},
		{Span: text.Span{Start: 13, End: 15}, Type: entity.Org},
		{Span: text.Span{Start: 18, End: 21}, Type: entity.Person},
	}
	if got := a.mentions(said); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestAskOurselves(t *testing.T) {
	texts := []string{"Angela Merkel met Barack Obama in Berlin.", "", "Nobody came."}
	for _, mode := range []string{"names", "report"} {
		p, err := gloss(mode)
		if err != nil {
			t.Fatal(err)
		}
		answers, err := p.ask(texts)
		if err != nil {
			t.Fatal(err)
		}
		people, places := [][2]int{{0, 13}, {18, 30}}, [][2]int{{34, 40}}
		if a := answers[0]; !reflect.DeepEqual(a.People, people) || !reflect.DeepEqual(a.Places, places) || a.Organisations != nil || a.Seconds <= 0 {
			t.Errorf("%s: %+v", mode, a)
		}
		if a := answers[1]; a.People != nil || a.Places != nil {
			t.Errorf("%s, an empty text: %+v", mode, a)
		}
	}
	opener, err := gloss("model")
	if err != nil {
		t.Fatal(err)
	}
	if opened, err := opener.ask(texts[:1]); err != nil || opened[0].Seconds <= 0 || opened[0].People != nil {
		t.Errorf("making the model ready: %+v, %v", opened, err)
	}
	p, err := gloss("poems")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.ask(texts); err == nil || !strings.Contains(err.Error(), "the engine makes names, report or model, not poems") {
		t.Errorf("an unknown mode: %v", err)
	}
}

func TestServeEngine(t *testing.T) {
	var out strings.Builder
	if err := serveEngine("names", strings.NewReader("{\"text\":\"Fiji\"}\nnot JSON\n"), &out); err == nil || !strings.HasPrefix(err.Error(), "question: ") {
		t.Errorf("a line that is no JSON: %v", err)
	}
	if n := strings.Count(out.String(), "\n"); n != 1 {
		t.Errorf("%d answers before it, want 1", n)
	}
}

func TestInstalledPeers(t *testing.T) {
	t.Chdir(t.TempDir())
	found, missing := installedPeers()
	if len(found) != 0 || missing != "Not installed, so not measured: compromise 14.17 (JS), prose v3.2.3 (Go)." {
		t.Errorf("%v, %s", found, missing)
	}
}

// TestPeersArePinned: the tables name the versions that are installed.
func TestPeersArePinned(t *testing.T) {
	b, err := os.ReadFile("peers/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var pkg struct{ Dependencies map[string]string }
	if err := json.Unmarshal(b, &pkg); err != nil {
		t.Fatal(err)
	}
	version := pkg.Dependencies["compromise"]
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(version) || !strings.HasPrefix("compromise "+version, strings.TrimSuffix(peers[0].name, " (JS)")+".") {
		t.Errorf("%s is compromise %s", peers[0].name, version)
	}
	mod, err := os.ReadFile("peers/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "github.com/jdkato/prose/v3 " + strings.Fields(peers[1].name)[1] + "\n"; !strings.Contains(string(mod), want) {
		t.Errorf("go.mod has not %q", want)
	}
}

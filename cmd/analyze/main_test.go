package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"gloss/app/report"
)

const article = "Rhine rises\n\nThe Rhine flooded Cologne on Monday. Cologne closed two bridges over the Rhine.\n"

// call runs the command in this process.
func call(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

// file writes a file of its own for the test.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func decodeReport(t *testing.T, line string) *report.Report {
	t.Helper()
	var r report.Report
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		t.Fatalf("%v in %q", err, line)
	}
	return &r
}

func TestOneText(t *testing.T) {
	path := file(t, "a.txt", article)
	for _, args := range [][]string{{}, {"-"}, {path}, {path, "-top", "2"}, {"-lang", "en", path}, {"--", path}} {
		code, out, errs := call(article, args...)
		r := decodeReport(t, out)
		if code != exitOK || errs != "" || strings.Count(out, "\n") != 1 || r.Stats.Words == 0 || r.Offsets != "bytes" {
			t.Errorf("%v: %d, %s%s", args, code, out, errs)
		}
		if p := r.Article.Title; p == nil || p.Text != "Rhine rises" {
			t.Errorf("%v: title %+v", args, p)
		}
	}
}

func TestFlags(t *testing.T) {
	heads := file(t, "heads.txt", "Rhine closes bridges in Cologne\nChess final ends in a draw\n")
	_, out, _ := call(article, "-headlines", heads, "-top", "1")
	if r := decodeReport(t, out); len(r.Headlines) != 1 || r.Headlines[0].Title != "Rhine closes bridges in Cologne" || len(r.Keywords) != 1 {
		t.Errorf("-headlines -top 1: %s", out)
	}
	_, out, _ = call("é"+article, "-offsets", "utf16")
	if r := decodeReport(t, out); r.Offsets != "utf16" || r.Article.Title.End != 12 {
		t.Errorf("-offsets utf16: %s", out)
	}
	_, out, _ = call(article, "-tail", "1")
	if r := decodeReport(t, out); len(r.Headlines) != 1 {
		t.Errorf("-tail 1: %s", out)
	}
	if _, out, _ = call(article, "-format", "text"); !strings.HasPrefix(out, "Rhine rises\n") || !strings.Contains(out, "\nKeywords\n") {
		t.Errorf("-format text: %s", out)
	}
	_, out, _ = call(article, "-lang", "xx")
	if r := decodeReport(t, out); r.Language != "und" || r.Stats.Words == 0 {
		t.Errorf("-lang xx: %s", out)
	}
}

func TestHelp(t *testing.T) {
	code, out, errs := call("", "-h")
	if code != exitOK || errs != "" || !strings.Contains(out, "Examples:") || !strings.Contains(out, "Exit codes") || !strings.Contains(out, "-tail") {
		t.Errorf("-h: %d\n%s\n%s", code, out, errs)
	}
}

func TestWrongUse(t *testing.T) {
	for _, test := range []struct {
		args []string
		says string
	}{
		{[]string{"-what"}, "not defined"},
		{[]string{"-top", "x"}, "top"},
		{[]string{"-top", "-1"}, "0 or more"},
		{[]string{"-tail", "0"}, "tail"},
		{[]string{"-tail", "all"}, "tail"},
		{[]string{"-offsets", "runes"}, "bytes or utf16"},
		{[]string{"-format", "xml"}, "json or text"},
		{[]string{"-jsonl", "-format", "text"}, "-jsonl"},
		{[]string{"a", "b"}, "one file"},
	} {
		code, out, errs := call(article, test.args...)
		if code != exitUsage || out != "" || !strings.Contains(errs, test.says) {
			t.Errorf("%v: %d, %q, %q", test.args, code, out, errs)
		}
	}
}

func TestUnsure(t *testing.T) {
	const text = "The Kestrel docked at noon. Wildfire spreads. He drives a Corolla. The museum shows Sunflowers. Rose sold roses. Yellow Bricks of Wonder won. Summer Sale begins."
	unsure := func(line string) (n int) {
		for _, e := range decodeReport(t, line).Entities {
			if e.Unsure() {
				n++
			}
		}
		return n
	}
	for _, test := range []struct {
		stdin string
		args  []string
		want  bool
	}{
		{text, []string{"-lang", "en"}, false},
		{text, []string{"-lang", "en", "-unsure"}, true},
		{`{"text": "` + text + `"}`, []string{"-lang", "en", "-jsonl"}, false},
		{`{"text": "` + text + `", "unsure": true}`, []string{"-lang", "en", "-jsonl"}, true},
		{`{"text": "` + text + `", "unsure": false}`, []string{"-lang", "en", "-jsonl", "-unsure"}, false},
		{`{"text": "` + text + `"}`, []string{"-lang", "en", "-jsonl", "-unsure"}, true},
	} {
		code, out, errs := call(test.stdin, test.args...)
		if code != exitOK || (unsure(out) > 0) != test.want {
			t.Errorf("%v: %d, %s%s", test.args, code, out, errs)
		}
	}
}

func TestLexicon(t *testing.T) {
	names := "# ours\nRhine\tORG\tRhine Works\nno type\n!Cologne\n"
	wide := "\xff\xfe"
	for _, r := range names {
		wide += string(rune(r)) + "\x00"
	}
	for name, content := range map[string]string{"plain": names, "UTF-16": wide} {
		code, out, errs := call(article, "-lexicon", file(t, "names.txt", content))
		if code != exitOK || !strings.Contains(errs, "names.txt: line 3: ") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: %d, %q", name, code, errs)
		}
		found := false
		for _, e := range decodeReport(t, out).Entities {
			found = found || e.Name == "Rhine Works" && e.Type == "ORG" && e.Mentions[0].Why[0] == "your lexicon"
			if strings.Contains(e.Name, "Cologne") {
				t.Errorf("%s: Cologne is marked", name)
			}
		}
		if !found {
			t.Errorf("%s: Rhine Works is not among %s", name, out)
		}
	}
	code, out, errs := call(article, "-lexicon", file(t, "bad.txt", "Rhine\n"))
	if code != exitInput || out != "" || !strings.Contains(errs, "line 1") || !strings.Contains(errs, "none of its lines") {
		t.Errorf("no good line: %d, %q, %q", code, out, errs)
	}
}

func TestStopWords(t *testing.T) {
	words := func(args ...string) (forms []string) {
		code, out, errs := call("The ferry company said the ferries will sail. A ferry company said so.", append(args, "-lang", "en")...)
		if code != exitOK || strings.Count(errs, "words.txt: line 2: ") != strings.Count(errs, "\n") {
			t.Errorf("%v: %d, %q", args, code, errs)
		}
		for _, k := range decodeReport(t, out).Keywords {
			forms = append(forms, k.Form)
		}
		slices.Sort(forms)
		return forms
	}
	if got := words(); !slices.Equal(got, []string{"company", "ferry", "said", "sail"}) {
		t.Errorf("without: %q", got)
	}
	if got := words("-stopwords", file(t, "words.txt", "+said\nno line\n-will\n[en]\n+Ferry\n")); !slices.Equal(got, []string{"company", "sail", "will"}) {
		t.Errorf("with: %q", got)
	}
}

func TestBadText(t *testing.T) {
	folder := t.TempDir()
	for _, test := range []struct {
		name, stdin string
		args        []string
		says        string
	}{
		{"missing file", "", []string{filepath.Join(folder, "no.txt")}, "no such file"},
		{"folder", "", []string{folder}, "is a folder"},
		{"empty", "", nil, "is empty"},
		{"blank", " \n\t\n", nil, "is empty"},
		{"only a byte order mark", "\ufeff\n", nil, "is empty"},
		{"invalid UTF-8", "Good so far\xff", nil, "offset 11"},
		{"invalid UTF-8 after a mark", "\ufeffab\xff", nil, "offset 5"},
		{"binary", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", nil, "binary"},
		{"too large", strings.Repeat("a ", report.MaxBytes/2+1), nil, "20 MB"},
		{"headlines missing", article, []string{"-headlines", filepath.Join(folder, "no.txt")}, "no such file"},
		{"headlines a folder", article, []string{"-headlines", folder}, "is a folder"},
		{"headlines empty", article, []string{"-headlines", file(t, "empty.txt", "\n")}, "empty"},
		{"lexicon missing", article, []string{"-lexicon", filepath.Join(folder, "no.txt")}, "no such file"},
		{"lexicon a folder", article, []string{"-lexicon", folder}, "is a folder"},
		{"lexicon empty", article, []string{"-lexicon", file(t, "none.txt", "\ufeff\n")}, "is empty"},
		{"lexicon binary", article, []string{"-lexicon", file(t, "binary.txt", "a\x00b")}, "binary"},
		{"stop words missing", article, []string{"-stopwords", filepath.Join(folder, "no.txt")}, "-stopwords: "},
		{"stop words empty", article, []string{"-stopwords", file(t, "no-words.txt", " \n")}, "there is no word"},
		{"jsonl missing", "", []string{"-jsonl", filepath.Join(folder, "no.jsonl")}, "no such file"},
	} {
		code, out, errs := call(test.stdin, test.args...)
		if code != exitInput || out != "" || !strings.Contains(errs, test.says) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: %d, %q, %q", test.name, code, out, errs)
		}
	}
}

func TestEncodings(t *testing.T) {
	accented := strings.ReplaceAll(article, "Rhine", "Rhône")
	wide := func(mark string, low, high int) string {
		b := []byte(mark)
		for _, r := range accented {
			unit := [2]byte{}
			unit[low], unit[high] = byte(r), byte(r>>8)
			b = append(b, unit[0], unit[1])
		}
		return string(b)
	}
	for name, stdin := range map[string]string{
		"plain": accented, "mark": "\ufeff" + accented,
		"UTF-16LE": wide("\xff\xfe", 0, 1), "UTF-16BE": wide("\xfe\xff", 1, 0),
	} {
		code, out, errs := call(stdin)
		r := decodeReport(t, out)
		if code != exitOK || r.Article.Title == nil || r.Article.Title.Start != 0 || r.Article.Title.Text != "Rhône rises" {
			t.Errorf("%s: %d, %+v", name, code, r.Article)
		}
		if converted := strings.Contains(errs, "UTF-16"); converted != strings.HasPrefix(name, "UTF-16") {
			t.Errorf("%s: %q", name, errs)
		}
	}
}

// answers decodes what -jsonl printed: one id or error a line.
func answers(t *testing.T, out string) (ids, errs []string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		var a struct{ ID, Error string }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		ids, errs = append(ids, a.ID), append(errs, a.Error)
	}
	return ids, errs
}

func TestJSONLines(t *testing.T) {
	in := "\ufeff" + strings.Join([]string{
		`{"id":"a","text":"Fiji was first."}`,
		`{"id":"b","text":`,
		``,
		`{"id":"c"}`,
		"{\"id\":\"d\",\"text\":\"x\xff\"}",
		`{"id":5,"text":"","headlines":["Fiji leads"]}`,
		`{"id":"f","text":"y","tail":"some"}`,
		`["g"]`,
		`{"id":"h","text":7}`,
		`{"id":"last","text":"The end.","language":"fi"}`,
	}, "\n")
	code, out, errs := call(in, "-jsonl")
	ids, wrong := answers(t, out)
	if code != exitInput || !strings.Contains(errs, "6 lines") {
		t.Errorf("%d, %q", code, errs)
	}
	wantIDs := []string{"a", "", "c", "d", "5", "f", "", "h", "last"}
	wantWrong := []string{"", "line 2", "text: missing", "offset 19", "", "tail", "want a JSON object", "text", ""}
	if fmt.Sprint(ids) != fmt.Sprint(wantIDs) {
		t.Errorf("ids %q, want %q", ids, wantIDs)
	}
	for i, w := range wantWrong {
		if i < len(wrong) && (w == "" != (wrong[i] == "") || !strings.Contains(wrong[i], w)) {
			t.Errorf("line of %q: error %q, want one of %q", ids[i], wrong[i], w)
		}
	}
	if code, _, errs := call(`{"text":"All is well."}`+"\r\n", "-jsonl"); code != exitOK || errs != "" {
		t.Errorf("good lines: %d, %q", code, errs)
	}
}

func TestLongLine(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("The Rhine rose. ", 100_000) + `"}` + "\n" + `{"id":"next","text":"Fiji"}`
	code, out, errs := call(long, "-jsonl", "-top", "1", "-lang", "und")
	if ids, wrong := answers(t, out); code != exitOK || fmt.Sprint(ids) != "[long next]" || wrong[0] != "" {
		t.Errorf("%d, %v, %v, %s", code, ids, wrong, errs)
	}
}

// slow hands over one line at a time and counts.
type slow struct {
	lines []string
	read  int
}

func (s *slow) Read(b []byte) (int, error) {
	if s.read == len(s.lines) {
		return 0, io.EOF
	}
	s.read++
	return copy(b, s.lines[s.read-1]), nil
}

// streamed checks that each answer is written before the next line is read.
type streamed struct {
	t    *testing.T
	from *slow
	n    int
}

func (w *streamed) Write(b []byte) (int, error) {
	if w.n++; w.from.read != w.n {
		w.t.Errorf("answer %d is written when %d lines have been read", w.n, w.from.read)
	}
	return len(b), nil
}

func TestAnswersAreStreamed(t *testing.T) {
	in := &slow{lines: []string{"{\"text\":\"One.\"}\n", "{\"text\":\"Two.\"}\n", "{\"text\":\"Three.\"}\n"}}
	out := &streamed{t: t, from: in}
	if code := run([]string{"-jsonl", "-top", "1"}, in, out, io.Discard); code != exitOK || out.n != 3 {
		t.Errorf("%d, %d answers", code, out.n)
	}
}

// shut is a reader that went away, as Write tells it.
type shut struct{}

func (shut) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "stdout", Err: syscall.EPIPE}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatFails(t *testing.T) {
	var errs bytes.Buffer
	if code := run(nil, strings.NewReader(article), shut{}, &errs); code != exitOK || errs.Len() > 0 {
		t.Errorf("closed pipe: %d, %q", code, &errs)
	}
	if code := run(nil, strings.NewReader(article), full{}, &errs); code != exitInput || !strings.Contains(errs.String(), "no space") {
		t.Errorf("full disk: %d, %q", code, &errs)
	}
}

// TestCommand runs the command as its own process: see TestMain.
func TestCommand(t *testing.T) {
	cmd := command()
	cmd.Stdin = strings.NewReader(article)
	out, err := cmd.Output()
	if err != nil || !strings.HasPrefix(string(out), `{"version":1,`) {
		t.Errorf("%v, %s", err, out)
	}
	cmd = command("-nonsense")
	var exit *exec.ExitError
	if _, err := cmd.Output(); !errors.As(err, &exit) || exit.ExitCode() != exitUsage {
		t.Errorf("wrong use: %v", err)
	}
}

func TestClosedPipe(t *testing.T) {
	cmd := command("-jsonl", "-top", "1")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line := `{"text":"` + article[:5] + `"}` + "\n"
	if _, err := io.WriteString(in, line); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	out.Close()
	io.WriteString(in, line)
	in.Close()
	if err := cmd.Wait(); err != nil || errs.Len() > 0 {
		t.Errorf("%v, %q", err, &errs)
	}
}

const asCommand = "GLOSS_ANALYZE_TEST"

// command is this test binary told to be the command.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	return cmd
}

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

package report

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

const (
	sameTexts = 300
	sameFile  = "testdata/same.txt"
)

// TestSameBytesEverywhere compares the report of each of 300 texts, and its summary, with the hash that is
// committed. The test runs natively and under wasm against the same file: both pass only if both
// give the same bytes. -update writes the file.
func TestSameBytesEverywhere(t *testing.T) {
	b := open(t)
	var got strings.Builder
	got.WriteString("# SHA-256, first 16 digits, of each text's report and summary; made by go test ./app/report -update\n")
	for i, in := range sameInputs() {
		r, blocks := buildBlocks(t, b, in)
		report, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		summary, err := json.Marshal(Summarize(r, in.Text, blocks))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%03d %x\n", i, sha256.Sum256(append(report, summary...)))
	}
	text := shortHashes(got.String())
	if langtest.Update() {
		if err := os.WriteFile(sameFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(sameFile)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(text, "\n"), strings.Split(string(want), "\n")
	if len(g) != len(w) {
		t.Fatalf("%d lines, want %d", len(g), len(w))
	}
	differ := 0
	for i := range g {
		if g[i] != w[i] {
			differ++
		}
	}
	if differ > 0 {
		t.Errorf("%d of %d reports differ from %s; if the engine was meant to change, run go test ./app/report -update", differ, sameTexts, sameFile)
	}
}

// shortHashes cuts each line after 16 digits of its hash.
func shortHashes(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if len(l) == 4+64 {
			lines[i] = l[:4+16]
		}
	}
	return strings.Join(lines, "\n")
}

// dice is a small generator of numbers (xorshift32), the same on any machine.
type dice uint32

func (d *dice) below(n int) int {
	x := uint32(*d)
	x ^= x << 13
	x ^= x >> 17
	x ^= x << 5
	*d = dice(x)
	return int(x % uint32(n))
}

func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }

// Pieces of made-up news; %s takes a name.
var (
	sameNames = strings.Split("Ban Ki-moon|Angela Merkel|Mr Osei|Dr. María López|Sheikh Hassan Al-Amin|the European Union|the World Health Organization (WHO)|WHO|the UN|Nestlé S.A.|AT&T|Manchester United|"+
		"Iran|Tehran|the United States|the U.S.|US|São Paulo|New York|the Gulf of Aden|Iranians|French|Democrats|the Olympic Games|World War II|Côte d’Ivoire|Москва|東京|O’Neill|van der Berg", "|")
	sameSentences = strings.Split("%s met %s on Tuesday, 3 May 2016, and spent $2.5 billion.|“We will not sign,” %s said in %s.|%s, a minister, told reporters that %s would wait until 12:30.|"+
		"Shares of %s fell 3.5%%, or 1,200 points, after %s refused.|Why did %s leave? Nobody at %s knew!|The talks between %s and %s went on for 12 kilometres of corridors.|%s’s plan is not %s’s plan.|"+
		"“It is,” said %s, “a day for %s.”|In %s the price of bread rose by €3 to €4.50.|%s-based engineers and %s-backed groups agreed.|%s\tand %s\n- one\n- two", "|")
	sameHeads = strings.Split("%s warns %s again|• %s and %s agree - Reuters|3. Why %s matters|%s: what next? | BBC News|World\n%s leaves %s\n2 hours ago|READ MORE|%s closes port", "|")
)

func (d *dice) fill(pattern string) string {
	for strings.Contains(pattern, "%s") {
		pattern = strings.Replace(pattern, "%s", pick(d, sameNames), 1)
	}
	return strings.ReplaceAll(pattern, "%%", "%")
}

// sameInputs is 300 inputs: the adversarial ones, pasted news with tails of all kinds, and adversarial ones cut and mixed.
func sameInputs() []Input {
	d := dice(20161104)
	var list []Input
	for _, a := range adversarial {
		list = append(list, Input{ID: a.name, Text: a.text})
	}
	for len(list) < sameTexts {
		in := Input{Text: d.article()}
		switch len(list) % 4 {
		case 0:
			in.Text += "\n\n\n" + d.tail()
		case 1:
			in.Headlines = []Headline{{Title: d.fill(pick(&d, sameHeads))}, {Title: d.fill(pick(&d, sameHeads)), Source: "Wire"}}
		case 2:
			in.Text, in.Tail = in.Text+"\n"+d.tail(), Tail(d.below(5)-1)
		case 3:
			in.Text = d.mix(in.Text)
		}
		if d.below(3) == 0 {
			in.Language = "en"
		}
		list = append(list, in)
	}
	return list
}

func (d *dice) article() string {
	var b strings.Builder
	if d.below(2) == 0 {
		b.WriteString(d.fill("%s and %s meet in %s") + "\n\n")
	}
	for range 1 + d.below(12) {
		for range 1 + d.below(6) {
			b.WriteString(d.fill(pick(d, sameSentences)) + " ")
		}
		b.WriteString(pick(d, []string{"\n\n", "\r\n\r\n", "\n", "\n \n\n"}))
	}
	return b.String()
}

func (d *dice) tail() string {
	var b strings.Builder
	for range d.below(12) {
		b.WriteString(d.fill(pick(d, sameHeads)) + pick(d, []string{"\n", "\n\n", "\r\n"}))
	}
	return b.String()
}

// mix puts pieces of adversarial texts between those of a text, cut between runes.
func (d *dice) mix(text string) string {
	runes := []rune(text)
	for range 5 {
		other := []rune(pick(d, adversarial).text)
		if len(other) == 0 {
			continue
		}
		from := d.below(len(other))
		other = other[from : from+d.below(min(300, len(other)-from))+1]
		at := d.below(len(runes))
		runes = append(runes[:at:at], append(append([]rune{}, other...), runes[at:]...)...)
	}
	return string(runes)
}

package lang

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestGrams(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Je", "_j1 _je1 _je_1 je1 je_1 e_1"},
		{"år", "_å2 _år2 _år_2 å2 år2 år_2 r_2"},
		{"åÅ", "_å2 _åå2 _åå_2 å2 åå2 åå_2 å2 å_2"},
		{"ab\u00adcd", "_a2 _ab2 _abc2 _abcd_2 ab2 abc2 abcd2 bc2 bcd2 bcd_2 cd2 cd_2 d_2"},
		{"http://a.b a@b.c x[i] f(x) a/b 12 !", ""},
		{strings.Repeat("x", maxChunk+1), ""},
	} {
		var got []string
		Grams(c.text, func(gram string, _ uint64, times int) {
			got = append(got, gram+string(rune('0'+times)))
		})
		if strings.Join(got, " ") != c.want {
			t.Errorf("Grams(%.20q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestGramsTable reads more grams than the table has places at first, and finds each again.
func TestGramsTable(t *testing.T) {
	var file strings.Builder
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			file.WriteString("# a comment\n_" + string(a) + string(b) + "_\tA" + string('1'+a%3) + "B-2\n")
		}
	}
	g, err := readGrams([]byte(file.String()), []int{3, 5})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"_aa_", "_mn_", "_zz_"} {
		sums := make([]int, 2)
		g.add(sums, []rune(w), smallWord)
		if sums[0] != smallWord*int('1'+w[1]%3-'0') || sums[1] != -2*smallWord {
			t.Errorf("%s adds %v", w, sums)
		}
	}
	sums := make([]int, 2)
	if g.add(sums, []rune("_aaa_"), smallWord); sums[0] != 0 || sums[1] != 0 {
		t.Errorf("a word without a gram of the table adds %v", sums)
	}
}

func TestOpenDetectorErrorsInGrams(t *testing.T) {
	const rows = "language\ten\tEnglish\tLatin\ngrams\ten\n"
	for name, c := range map[string]struct{ detect, grams, want string }{
		"no file":       {rows, "", "languages.txt"},
		"no tab":        {rows, "_a_\n", "languages.txt: line 1"},
		"no number":     {rows, "#\n_a_\tA\n", "languages.txt: line 2"},
		"no letter":     {rows, "_a_\t12\n", "line 1"},
		"a far letter":  {rows, "_a_\tA1B1\n", "line 1"},
		"a stray minus": {rows, "_a_\tA-\n", "line 1"},
		"no row":        {"grams\txx\n", "_a_\tA1\n", `"xx"`},
	} {
		fsys := fstest.MapFS{"detect.txt": {Data: []byte(c.detect)}}
		if c.grams != "" {
			fsys["languages.txt"] = &fstest.MapFile{Data: []byte(c.grams)}
		}
		if _, err := OpenDetector(fsys); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

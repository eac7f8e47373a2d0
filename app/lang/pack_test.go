package lang_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/web"
)

func TestPack(t *testing.T) {
	for _, c := range []struct{ table, packed string }{
		{"ab\ta1b-2\nabc\tK26\nb\tz-26\n", "%packed 3\n0ab\n2c\n0b\nab\nK\nz\nKZ\naA\nbb\nzz\n"},
		{"abcdefghijk\ta1\nabcdefghijkl\ta1\n", "%packed 2\n0abcdefghijk\n9jkl\na\na\naAA\n"},
		{"é\ta1\nè\ta1\n", "%packed 2\n0é\n1\xa8\na\na\naAA\n"},
		{"объём и ещё слова о Ёлке и о словах без точек №\n", "%cyrillic\n\xee\xe1\xfa\xb8\xec \xe8 \xe5\xf9\xb8 \xf1\xeb\xee\xe2\xe0 \xee \xa8\xeb\xea\xe5 \xe8 \xee \xf1\xeb\xee\xe2\xe0\xf5 \xe1\xe5\xe7 \xf2\xee\xf7\xe5\xea \x01№\n"},
		{"г Moskva\n", "г Moskva\n"},
		{"где, когда, откуда, куда и зачем они пришли\x01\n", "где, когда, откуда, куда и зачем они пришли\x01\n"},
		{"где, когда, откуда, куда и зачем они пришли\xff\n", "где, когда, откуда, куда и зачем они пришли\xff\n"},
		{"где, когда, откуда, куда и зачем они пришли\n", "%cyrillic\n\xe3\xe4\xe5, \xea\xee\xe3\xe4\xe0, \xee\xf2\xea\xf3\xe4\xe0, \xea\xf3\xe4\xe0 \xe8 \xe7\xe0\xf7\xe5\xec \xee\xed\xe8 \xef\xf0\xe8\xf8\xeb\xe8\n"},
		{"the\nof\n", "the\nof\n"},
		{"a\ta0\n", "a\ta0\n"},
		{"a\ta27\n", "a\ta27\n"},
		{"a\ta01\n", "a\ta01\n"},
		{"a\ta1", "a\ta1"},
		{"a\t\n", "a\t\n"},
		{"", ""},
	} {
		packed := lang.Pack([]byte(c.table))
		if string(packed) != c.packed {
			t.Errorf("Pack(%q) = %q, want %q", c.table, packed, c.packed)
		}
		if back, err := lang.Unpack(packed); string(back) != c.table || err != nil {
			t.Errorf("Unpack(%q) = %q, %v, want %q", packed, back, err, c.table)
		}
	}
}

func TestTheWeightsArePacked(t *testing.T) {
	file, err := fs.ReadFile(web.Models, "models/en/evidence.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := bytes.Cut(file, []byte("(see NOTICE).\n"))
	packed := lang.Pack(table)
	if !bytes.HasPrefix(packed, []byte("%packed ")) {
		t.Fatalf("not packed: %.60q", packed)
	}
	if back, err := lang.Unpack(packed); !bytes.Equal(back, table) || err != nil {
		t.Errorf("%d bytes came back as %d: %v", len(table), len(back), err)
	}
}

func TestTablesOfRanksArePacked(t *testing.T) {
	for _, code := range []string{"en", "es", "fr", "hu", "no", "ru", "sv"} {
		file, err := fs.ReadFile(web.Models, "models/"+code+"/background.txt")
		if err != nil {
			t.Fatal(err)
		}
		_, table, _ := bytes.Cut(file, []byte("(see NOTICE).\n"))
		packed := lang.Pack(table)
		if !bytes.HasPrefix(packed, []byte("%ranks ")) && (code != "ru" || !bytes.HasPrefix(packed, []byte("%cyrillic\n%ranks "))) {
			t.Errorf("%s: %d bytes packed to %d: %.20q", code, len(table), len(packed), packed)
		}
		if back, err := lang.Unpack(packed); !bytes.Equal(back, table) || err != nil {
			t.Errorf("%s: %d bytes came back as %d: %v", code, len(table), len(back), err)
		}
	}
}

// ranks is a table of ranks of n words.
func ranks(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "école%04d\n", i)
	}
	return b.String()
}

func TestOnlyWholeTablesOfRanksArePacked(t *testing.T) {
	whole := ranks(300)
	if p := lang.Pack([]byte(whole)); !bytes.HasPrefix(p, []byte("%ranks 300\n")) {
		t.Fatalf("not packed: %.60q", p)
	}
	for name, table := range map[string]string{
		"short": ranks(256), "unsorted": strings.Replace(whole, "école0070", "žžž", 1), "twice": strings.Replace(whole, "école0071", "école0070", 1),
		"empty": strings.Replace(whole, "école0299", "", 1), "return": strings.Replace(whole, "école0299", "école0299\r", 1), "no end": strings.TrimSuffix(whole, "\n"),
		"broken": strings.Replace(whole, "école0299", "école0299\xff", 1),
	} {
		if p := lang.Pack([]byte(table)); string(p) != table {
			t.Errorf("%s: packed to %.60q", name, p)
		}
	}
	packed := string(lang.Pack([]byte(whole)))
	for name, bad := range map[string]string{
		"count": strings.Replace(packed, "300", "301", 1), "no count": strings.Replace(packed, "300", "x", 1), "bands": strings.TrimSuffix(packed, "\n") + "A\n",
		"band": packed[:len(packed)-2] + "z\n", "share": strings.Replace(packed, "\n8", "\n?", 1), "cut": packed[:len(packed)/2], "head": "%ranks ",
	} {
		if got, err := lang.Unpack([]byte(bad)); err == nil {
			t.Errorf("%s: unpacked to %.60q, want an error", name, got)
		}
	}
}

func TestUnpackSaysThatATableIsDamaged(t *testing.T) {
	for _, bad := range []string{"%cyrillic\n\x90", "%cyrillic\n\x01", "%cyrillic\n\x01\xff", "%cyrillic\n%ranks 3\n", "%packed ", "%packed x\n", "%packed 0\n", "%packed 9\n0a\na\naA\n", "%packed 1\n0a\na\n", "%packed 2\n0a\na\naA\n", "%packed 1\n1a\na\naA\n", "%packed 1\n0a\nab\naA\n", "%packed 1\n\na\naA\n", "%packed 1\n%a\na\naA\n", "%packed 1\n0a\na\naAA\n", "%packed 1\n0a\na\naA\naA\n", "%packed 1\n0a\na\naA\n\n"} {
		if got, err := lang.Unpack([]byte(bad)); err == nil {
			t.Errorf("Unpack(%q) = %q, want an error", bad, got)
		}
	}
}

func FuzzPack(f *testing.F) {
	f.Add("ab\ta1b-2\nabc\tK26\n")
	f.Add("%packed 1\n0a\na\naA\n")
	f.Add(ranks(300))
	f.Add("объём и ещё слова № ЁЖ\n")
	f.Add("%cyrillic\n\xee\x01№")
	f.Add(string(lang.Pack([]byte(ranks(300)))))
	f.Fuzz(func(t *testing.T, table string) {
		lang.Unpack([]byte(table))
		packed := lang.Pack([]byte(table))
		if strings.HasPrefix(table, "%packed ") || strings.HasPrefix(table, "%ranks ") || strings.HasPrefix(table, "%cyrillic\n") {
			return
		}
		if back, err := lang.Unpack(packed); string(back) != table || err != nil {
			t.Fatalf("Unpack(Pack(%q)) = %q, %v", table, back, err)
		}
	})
}

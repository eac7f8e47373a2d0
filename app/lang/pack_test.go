package lang_test

import (
	"bytes"
	"io/fs"
	"testing"

	"gloss/app/lang"
	"gloss/web"
)

func TestPack(t *testing.T) {
	for _, c := range []struct{ table, packed string }{
		{"ab\ta1b-2\nabc\tK26\nb\tz-26\n", "%packed 3\n0ab\n2c\n0b\nab\nK\nz\nAb\nZ\nz\n"},
		{"abcdefghijk\ta1\nabcdefghijkl\ta1\n", "%packed 2\n0abcdefghijk\n9jkl\na\na\nA\nA\n"},
		{"é\ta1\nè\ta1\n", "%packed 2\n0é\n1\xa8\na\na\nA\nA\n"},
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

func TestUnpackSaysThatATableIsDamaged(t *testing.T) {
	for _, bad := range []string{"%packed ", "%packed x\n", "%packed 0\n", "%packed 1\n0a\na\n", "%packed 2\n0a\na\nA\n", "%packed 1\n1a\na\nA\n", "%packed 1\n0a\nab\nA\n", "%packed 1\n\na\nA\n", "%packed 1\n%a\na\nA\n"} {
		if got, err := lang.Unpack([]byte(bad)); err == nil {
			t.Errorf("Unpack(%q) = %q, want an error", bad, got)
		}
	}
}

func FuzzPack(f *testing.F) {
	f.Add("ab\ta1b-2\nabc\tK26\n")
	f.Add("%packed 1\n0a\na\nA\n")
	f.Fuzz(func(t *testing.T, table string) {
		lang.Unpack([]byte(table))
		packed := lang.Pack([]byte(table))
		if bytes.HasPrefix([]byte(table), []byte("%packed ")) {
			return
		}
		if back, err := lang.Unpack(packed); string(back) != table || err != nil {
			t.Fatalf("Unpack(Pack(%q)) = %q, %v", table, back, err)
		}
	})
}

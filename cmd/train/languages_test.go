package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCodeOf(t *testing.T) {
	for folder, want := range map[string]string{"C": "en", "en_GB": "en", "nb_NO": "no", "nn": "no", "nb-NO": "no", "pt_BR": "pt", "sr": "sr", "sr@latin": "hr", "ca_ES@valencia": "", "de-DE": "de"} {
		if got := codeOf(folder); got != want {
			t.Errorf("codeOf(%q) = %q, want %q", folder, got, want)
		}
	}
}

func TestReadPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.page")
	page := `<page><info><p>This is what nobody is to read here, though it is long enough.</p></info><p>Press <gui>Save</gui> and wait
	until the file is &amp; stays where it was before <cmd>ls -la /home</cmd>.</p><p>Too short to tell.</p><p>if (x == y) { return the_value_of(x) } else { this is no prose at all }</p></page>`
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readPage(file)
	if want := []string{"Press Save and wait until the file is & stays where it was before ."}; !slices.Equal(got, want) || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestReadMessages(t *testing.T) {
	pairs := [][2]string{
		{"", "Language: fr"},
		{"The same in both, and long enough to be prose.", "The same in both, and long enough to be prose."},
		{"The wolf of the north has $n lambs in its den.", "Le loup du nord a $n agneaux dans sa tanière.\x00Le loup du nord a un seul agneau chez lui ce soir."},
	}
	b := binary.LittleEndian.AppendUint32(nil, 0x950412de)
	for _, n := range []uint32{0, uint32(len(pairs)), 28, 28 + 8*uint32(len(pairs)), 0, 0} {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	var strings []byte
	at := 28 + 16*len(pairs)
	for k := range 2 {
		for _, p := range pairs {
			b = binary.LittleEndian.AppendUint32(b, uint32(len(p[k])))
			b = binary.LittleEndian.AppendUint32(b, uint32(at+len(strings)))
			strings = append(strings, p[k]...)
		}
	}
	file := filepath.Join(t.TempDir(), "a.mo")
	if err := os.WriteFile(file, append(b, strings...), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readMessages(file)
	if want := []string{"Le loup du nord a agneaux dans sa tanière.", "Le loup du nord a un seul agneau chez lui ce soir."}; !slices.Equal(got, want) || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if err := os.WriteFile(file, b[:20], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readMessages(file); err == nil {
		t.Error("no error from half a catalogue")
	}
}

package entity

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// tinyModel calls the word "Zembla", which stands in cluster 2 beside "ruritania", a place.
func tinyModel() ModelParts {
	p := ModelParts{Header: []string{"language: en", "sources: none"}, Families: []uint16{1, 1}, Words: map[uint32]uint16{WordKey("zembla"): 2, WordKey("ruritania"): 2, WordKey("said"): 1},
		Rows: map[uint32][NumWeights]int8{}}
	place := [NumWeights]int8{}
	place[slotOnly*numTypes+1] = 100
	p.Rows[feature(ofCluster, mix(2, 0))] = place
	p.Rows[EdgeFeatures[1]] = [NumWeights]int8{slotNext * numTypes: -7}
	p.Rows[feature(ofFamilies, 1<<31)] = [NumWeights]int8{}
	return p
}

func TestModelIsReadAsItWasWritten(t *testing.T) {
	data := WriteModel(tinyModel())
	m, err := OpenModel(data)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(m.Name(), "en-") || len(m.Name()) != len("en-3f9c1a") || !strings.Contains(m.about, "sources: none") {
		t.Errorf("name %q, about %q", m.Name(), m.about)
	}
	if c, f := m.clusters.of(WordKey("ruritania")); c != 2 || f != 1 {
		t.Errorf("cluster %d, family %d", c, f)
	}
	if c, _ := m.clusters.of(WordKey("nowhere")); c != 0 {
		t.Errorf("an unknown word is in cluster %d", c)
	}
	if m.edge[1][slotNext*numTypes] != -7 || m.edge[0] != (weights{}) {
		t.Errorf("edges %v", m.edge)
	}
	if !bytes.Equal(data, WriteModel(tinyModel())) {
		t.Error("written twice, two files")
	}
}

func TestModelFindsWhatItKnows(t *testing.T) {
	m, err := OpenModel(WriteModel(tinyModel()))
	if err != nil {
		t.Fatal(err)
	}
	r, l := openRules(t)
	r.SetModel(m)
	doc := parse("They went to Zembla and to Borduria.", l)
	got := r.Recognize(doc, 0, len(doc.Sentences))
	if len(got) != 1 || got[0].Of(doc.Text) != "Zembla" || got[0].Type != Location || r.ModelName() != m.Name() {
		t.Errorf("found %v by %s", got, r.ModelName())
	}
	r.SetModel(nil)
	if r.ModelName() != Rules {
		t.Errorf("without a model, %q", r.ModelName())
	}
}

func TestModelThatCannotBeReadSaysWhy(t *testing.T) {
	data := WriteModel(tinyModel())
	body := bytes.Index(data, []byte("\n\n")) + 2
	changed := func(at int, b byte) []byte {
		out := bytes.Clone(data)
		out[at] = b
		return out
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"nothing", nil, ErrModelFormat, `it begins with ""`},
		{"a page", []byte("<!doctype html><p>Not found\n\n"), ErrModelFormat, `it begins with "<!doctype html><"`},
		{"another version", bytes.Replace(data, []byte("gloss-names: 1"), []byte("gloss-names: 9"), 1), ErrModelVersion, `"9", this program reads version 1`},
		{"cut short", data[:len(data)-1], ErrModelDamaged, "have come"},
		{"cut in the header", data[:20], ErrModelFormat, "begins"},
		{"a byte changed", changed(len(data)-1, 1), ErrModelDamaged, "sum"},
		{"a length changed", changed(body, 200), ErrModelDamaged, "sum"},
	} {
		if _, err := OpenModel(c.data); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// FuzzOpenModel: no bytes of a model's body, with a header that fits them, make OpenModel or what it gives panic.
func FuzzOpenModel(f *testing.F) {
	data := WriteModel(tinyModel())
	f.Add(data[bytes.Index(data, []byte("\n\n"))+2:])
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := OpenModel(withHeader([]string{"language: en"}, body))
		if err != nil {
			return
		}
		r, l := openRules(t)
		r.SetModel(m)
		doc := parse("Ms Zembla of the Zembla Bank, in Zembla.", l)
		r.Recognize(doc, 0, len(doc.Sentences))
	})
}

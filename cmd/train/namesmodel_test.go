package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// TestVectorsBeginBehindTheWords: one of the words is "vectors", too.
func TestVectorsBeginBehindTheWords(t *testing.T) {
	cells := strings.TrimSuffix(strings.Repeat("3,", dimensions), ",")
	json := fmt.Sprintf(`{"words":["the","vectors","rise"],"vectors":{"the":[%s],"vectors":[%s,7,8],"rise":[%s]}}`, cells, cells, cells)
	words, vectors, err := gloveVectors(strings.NewReader(json), 2)
	if err != nil || !slices.Equal(words, []string{"the", "vectors"}) {
		t.Fatalf("%q, %v", words, err)
	}
	if n := vectors[1].dot(&vectors[1]); n < 0.999 || n > 1.001 {
		t.Errorf("a vector of length %f", n)
	}
	for _, bad := range []string{`{}`, `{"vectors":[]}`, `{"vectors":{"the":[1,2]}}`, `{"vectors":{"the":"x"}}`} {
		if _, _, err := gloveVectors(strings.NewReader(bad), 2); err == nil {
			t.Errorf("%s gives no error", bad)
		}
	}
}

func TestKMeansPutsWhatIsNearTogether(t *testing.T) {
	var points []vector
	for i := range 24 {
		var v vector
		v[i%3], v[10+i] = 5, 1
		v.normalise()
		points = append(points, v)
	}
	of, means := kMeans(points, 3)
	for i := range points {
		if of[i] != of[i%3] {
			t.Errorf("point %d is not with point %d: %v", i, i%3, of)
		}
	}
	if again, _ := kMeans(points, 3); !slices.Equal(of, again) || len(means) != 3 {
		t.Errorf("another time %v, %d means", again, len(means))
	}
}

// TestLabelsLoseArticleAndTitle: a name begins behind them, as the recogniser's mentions do.
func TestLabelsLoseArticleAndTitle(t *testing.T) {
	for _, c := range []struct {
		kind  string
		first int
		want  []named
	}{
		{"ORG", 0, []named{{1, 3, 2}}},
		{"PER", 1, []named{{2, 3, 0}}},
		{"ORG", 1, []named{{1, 3, 2}}},
	} {
		l := entity.Lattice[int32]{}
		for i := range 3 {
			l.Atoms = append(l.Atoms, entity.LatticeAtom[int32]{Span: text.Span{Start: 2 * i, End: 2*i + 1}, Article: i == 0, Title: i == 1, Capital: true})
			for j := i + 1; j <= 3; j++ {
				l.Names = append(l.Names, choice{First: i, Last: j})
			}
		}
		s := newSentence(l, []gold.Name{{Span: text.Span{Start: 2 * c.first, End: 5}, Type: c.kind}}, nameSet{}, func(c int32) int32 { return c })
		if !slices.Equal(s.named, c.want) || s.lost != 0 {
			t.Errorf("%s from atom %d: %v, want %v", c.kind, c.first, s.named, c.want)
		}
	}
}

func TestPartsToLeaveOut(t *testing.T) {
	var p parts
	if err := p.set("affixes,silver,copies"); err != nil || !p.has("silver") || p.has("gmb") {
		t.Errorf("%v, %v", p, err)
	}
	if err := p.set("affixes,nonsense"); err == nil || !strings.Contains(err.Error(), "nonsense") {
		t.Errorf("error %v", err)
	}
	suffix := uint32(slices.Max(entity.KindsOfAffixes)) << 24
	if !p.hasFeature(suffix) || p.hasFeature(entity.PriorFeature) {
		t.Error("the features of a part are not known")
	}
	for file, out := range map[string]bool{"masc-silver.tsv": true, "gmb.tsv": false} {
		if p.hasSet(nameSet{file: file}, gold.AsWritten) != out || !p.hasSet(nameSet{file: file}, gold.TitleCased) {
			t.Errorf("%s is left out: %v", file, !out)
		}
	}
}

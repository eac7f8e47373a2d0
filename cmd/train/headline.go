package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gloss/app/headline"
	"gloss/cmd/internal/fit"
)

const linkHead = "# What the score of a link is made of: the feature, a tab, its weight; the bias; the least score of each level. Fitted by cmd/train,\n" +
	"# as a logistic regression, to articles with their own and others' headlines and to pairs of headlines that people compared.\n"

// links fits the weights by which headlines are linked to an article.
func links(s source) error {
	l, err := fit.OpenLinks(s.data)
	if err != nil {
		return err
	}
	w, _ := l.Calibrate()
	var b strings.Builder
	b.WriteString(linkHead)
	for i, name := range headline.FeatureNames {
		fmt.Fprintf(&b, "%s\t%g\n", name, w.Features[i])
	}
	fmt.Fprintf(&b, "bias\t%g\nrelated\t%g\ntheme\t%g\n", w.Bias, w.Related, w.Theme)
	return os.WriteFile(filepath.Join(filepath.Dir(s.out), "headline-weights.txt"), []byte(b.String()), 0o644)
}

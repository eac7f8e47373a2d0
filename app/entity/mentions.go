package entity

// addMentions puts those of more in among the mentions that overlap none of them.
func addMentions(mentions, more []Mention) []Mention {
	out := make([]Mention, 0, len(mentions)+len(more))
	i := 0
	for _, m := range more {
		for i < len(mentions) && mentions[i].End <= m.Start {
			out = append(out, mentions[i])
			i++
		}
		if i < len(mentions) && mentions[i].Overlaps(m.Span) {
			continue
		}
		out = append(out, m)
	}
	return append(out, mentions[i:]...)
}

// withoutGuesses leaves out the guesses from sentences in capitals or in title case that hold a known name and more, unless the
// guess is a sure one and holds no second known name.
func withoutGuesses(mentions, known []Mention) []Mention {
	kept := make([]Mention, 0, len(mentions))
	k := 0
	for _, m := range mentions {
		for k < len(known) && known[k].End <= m.Start {
			k++
		}
		held := 0
		for i := k; i < len(known) && known[i].End <= m.End; i++ {
			if m.Contains(known[i].Span) && known[i].Len() < m.Len() {
				held++
			}
		}
		if m.shouted && (held > 1 || held == 1 && m.Confidence < 0.95) {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// folded is foldPhrase, remembered: most names stand in a text more than once, and are looked at more than once.
func (d *resolver) folded(phrase string) string {
	key, ok := d.folds[phrase]
	if !ok {
		key = foldPhrase(phrase)
		d.folds[phrase] = key
	}
	return key
}

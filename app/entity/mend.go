package entity

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gloss/app/text"
)

// mend corrects the bounds and types of mentions by what stands beside them and by the full names of the text, and finds names that only
// the two together show. It says whether anything has changed.
func (d *resolver) mend() bool {
	d.surnames = d.readSurnames()
	var more []Mention
	for i := range d.mentions {
		m := d.mentions[i]
		if !m.Type.Name() || m.own != nil {
			continue
		}
		changed := d.mendPerson(&m)
		changed = d.mendRank(&m) || changed
		changed = d.mendCompound(&m) || changed
		changed = d.mendStorm(&m) || changed
		changed = d.mendEnd(&m) || changed
		changed = d.mendDateline(&m, i) || changed
		changed = d.mendCompany(&m) || changed
		changed = d.mendShip(&m) || changed
		if changed {
			more = append(more, m)
		}
		more = append(more, d.mendPair(&m)...)
		more = append(more, d.mendOffice(&m)...)
	}
	for n, s := range d.doc.Sentences {
		for i := s.First; i < s.Last && d.doc.Reads(n); i++ {
			more = d.overlooked(i, more)
		}
	}
	if len(more) == 0 {
		return false
	}
	slices.SortStableFunc(more, func(a, b Mention) int { return a.Start - b.Start })
	d.mentions = overlay(d.mentions, more)
	return true
}

// overlooked appends to more what is a name at token i and not marked as one.
func (d *resolver) overlooked(i int, more []Mention) []Mention {
	if d.r.lexicon.cased[d.doc.Form(i)] {
		if m, ok := d.paired(i); ok && !d.owned(m.Span) {
			more = append(more, m)
		}
	}
	if m, ok := d.unmarked(i); ok {
		more = append(more, m)
	}
	if m, ok := d.addressed(i); ok {
		more = append(more, m)
	}
	return more
}

// overlay puts those of more, which are in order, in the place of the mentions that overlap them.
func overlay(mentions, more []Mention) []Mention {
	kept := make([]Mention, 0, len(more))
	for _, m := range more {
		if len(kept) == 0 || !kept[len(kept)-1].Overlaps(m.Span) {
			kept = append(kept, m)
		}
	}
	return addMentions(kept, mentions)
}

// become makes the mention one of the type, for a reason.
func (m *Mention) become(t Type, why string) {
	m.Type, m.Why = t, []string{why}
	m.votes = [numTypes]int16{-mostVotes, -mostVotes, -mostVotes, -mostVotes}
	m.votes[voteIndex(t)] = 0
	m.Confidence = max(m.Confidence, 0.9)
	m.shouted = false
}

// surname is what the text has before the last word of a full name.
type surname struct {
	full      *name
	particles []string // "von", "der"
}

// readSurnames gives the last word of each full name of a person, in lower case, the fuller name winning.
func (d *resolver) readSurnames() map[string]surname {
	out := map[string]surname{}
	d.begins = map[string]bool{}
	for _, n := range d.order {
		if n.typ != Person || len(n.words) < 2 {
			continue
		}
		d.begins[n.words[0]] = true
		words, _ := d.withoutRank(d.inOrder(n.words))
		k := len(words) - 1
		first := k
		for first > 1 && d.r.lexicon.classes[words[first-1]]&particle != 0 {
			first--
		}
		s := surname{n, words[first:k]}
		for _, word := range []string{words[k], d.parts(words[k:])[len(d.parts(words[k:]))-1]} {
			if old, ok := out[word]; k > 0 && (!ok || len(old.particles) < len(s.particles)) {
				out[word] = s
			}
		}
		if _, ok := out[n.words[0]]; !ok && d.surnameFirst(n) {
			out[n.words[0]] = surname{n, nil}
		}
	}
	return out
}

// surnameFirst says whether the first word of a person's name is the surname: what follows is a compound that goes on in lower
// case ("Kang Min-seo").
func (d *resolver) surnameFirst(n *name) bool { return len(n.words) == 2 && hyphenated(n.of(d)) }

// mendPerson takes a title off a surname, gives it its particles, and the given name that begins a sentence.
func (d *resolver) mendPerson(m *Mention) bool {
	words := strings.Fields(m.Of(d.doc.Text))
	if len(words) == 2 && m.Type != Person && d.r.lexicon.hintOf(words[0])&(he|she) != 0 && d.r.lexicon.classes[foldPhrase(words[0])]&honorific != 0 {
		if _, ok := d.surnames[foldPhrase(words[1])]; ok || d.begins[foldPhrase(words[1])] {
			m.Start = m.End - len(words[1])
			m.become(Person, "“"+words[0]+"” stands before it")
			return true
		}
	}
	if len(words) > 1 && m.Type != Person && strings.Contains(words[0], ".") && isInitials(strings.ToLower(words[0])) {
		if s, ok := d.surnames[foldPhrase(words[len(words)-1])]; ok && s.full != d.known[foldPhrase(m.Of(d.doc.Text))] {
			m.become(Person, "short for "+s.full.of(d))
			return true
		}
	}
	for len(words) > 1 && d.r.lexicon.classes[words[0]]&particle != 0 { // a part of the particles is in it
		words = words[1:]
	}
	if len(words) != 1 {
		return d.mendKorean(m)
	}
	if s, ok := d.surnames[foldPhrase(words[0])]; ok && len(s.particles) > 0 {
		if start, ok := d.preceded(m.End-len(words[0]), s.particles); ok && start < m.Start {
			m.Start = start
			m.become(Person, "surname of "+s.full.of(d))
			return true
		}
	}
	if i := d.before(m.Start); m.Type == Person && !m.shouted && i >= 0 && d.adjacent(i, m.Start) && d.isGiven(i) && !d.asks(m.Start) {
		m.Start = d.doc.Tokens[i].Start
		return true
	}
	return false
}

// mendPair makes two of a compound of two places ("the London-Bangkok route").
func (d *resolver) mendPair(m *Mention) []Mention {
	if m.Type == Person || m.shouted || !strings.Contains(m.Of(d.doc.Text), "-") {
		return nil
	}
	i := d.tokenFrom(m.Start)
	if i >= len(d.doc.Tokens) || d.doc.Tokens[i].Span != m.Span || d.r.lexicon.classes[foldPhrase(m.Of(d.doc.Text))] != 0 {
		return nil
	}
	var out []Mention
	for _, part := range d.doc.PartsOf(i) {
		if d.r.lexicon.classes[foldPhrase(part.Of(d.doc.Text))]&(country|region|capital|city) == 0 {
			return nil
		}
		p := *m
		p.Span = part
		p.become(Location, "one of two places")
		out = append(out, p)
	}
	return out
}

// mendStorm takes the word for what it is, with a capital, into the name of a storm ("Hurricane Ophelia").
func (d *resolver) mendStorm(m *Mention) bool {
	i := d.before(m.Start)
	form := d.form(i)
	if m.shouted || i < 0 || !d.adjacent(i, m.Start) || kindOf(form) != title || d.r.lexicon.classes[strings.ToLower(form)]&eventFirst == 0 || strings.Contains(m.Of(d.doc.Text), " ") {
		return false
	}
	m.Start = d.doc.Tokens[i].Start
	m.become(Event, "begins with “"+form+"”")
	return true
}

// mendDateline knows the place where a report was written: it opens a paragraph and a date follows ("BRUSSELS, Aug 31"),
// or the two are a sentence.
func (d *resolver) mendDateline(m *Mention, i int) bool {
	key := foldPhrase(m.Of(d.doc.Text))
	if c := d.r.lexicon.classes[key] | d.r.lexicon.classes[strings.ToLower(key)]; m.dateline || c&(country|region|capital|city) == 0 {
		return false
	}
	s := d.doc.Sentences[max(0, d.doc.SentenceAt(m.Start))]
	if d.doc.Tokens[s.First].Start != m.Start {
		return false
	}
	next := d.tokenFrom(m.End)
	if d.form(next) == "," {
		next++
	}
	if next >= len(d.doc.Tokens) || i+1 >= len(d.mentions) || d.mentions[i+1].Type != Date || d.mentions[i+1].Start != d.doc.Tokens[next].Start {
		return false
	}
	if alone := d.mentions[i+1].End >= d.doc.Tokens[s.Last-1].Start; !alone && d.doc.Paragraphs[s.Paragraph].Start != m.Start {
		return false
	}
	m.become(Location, "where the report was written")
	m.dateline = true
	return true
}

// mendEnd ends a name at its legal form, when "and" follows that: what comes then is another's.
func (d *resolver) mendEnd(m *Mention) bool {
	for i := d.tokenFrom(m.Start) + 1; i < len(d.doc.Tokens) && d.doc.Tokens[i].End < m.End; i++ {
		if d.r.lexicon.hintOf(d.form(i))&legal != 0 && d.r.lexicon.classes[d.form(i+1)]&joiner != 0 && kindOf(d.form(i)) != lower {
			m.End = d.doc.Tokens[i].End
			m.become(Org, "ends in “"+d.form(i)+"”")
			return true
		}
	}
	return false
}

// preceded gives where the words begin that stand before the offset, if they do.
func (d *resolver) preceded(offset int, words []string) (int, bool) {
	for k := len(words) - 1; k >= 0; k-- {
		i := d.before(offset)
		if i < 0 || !strings.EqualFold(d.form(i), words[k]) {
			return 0, false
		}
		offset = d.doc.Tokens[i].Start
	}
	return offset, true
}

// isGiven says whether the token is a given name, with a capital.
func (d *resolver) isGiven(token int) bool {
	form := d.form(token)
	c := d.r.lexicon.classes[foldPhrase(form)]
	return kindOf(form) == title && c&given != 0 && c&(honorific|office|kin) == 0 && len(d.doc.PartsOf(token)) == 0
}

// adjacent says whether only a space stands between the token and the offset.
func (d *resolver) adjacent(token, offset int) bool {
	return d.doc.Tokens[token].End+1 == offset && d.doc.Text[offset-1] == ' '
}

// asks says whether the sentence at the offset ends with a question mark.
func (d *resolver) asks(offset int) bool {
	s := d.doc.Sentences[max(0, d.doc.SentenceAt(offset))]
	for i := s.Last - 1; i >= s.First && d.doc.Tokens[i].Kind == text.Punct; i-- {
		if d.form(i) == "?" {
			return true
		}
	}
	return false
}

// mendCompany takes the legal form that follows the name of a company into it ("Tessaro Motors, Inc.").
func (d *resolver) mendCompany(m *Mention) bool {
	i := d.tokenFrom(m.End)
	if d.form(i) == "," {
		i++
	}
	form := d.form(i)
	if m.Type == Group || d.r.lexicon.hintOf(form)&legal == 0 || d.r.lexicon.hintOf(m.Of(d.doc.Text))&legal != 0 || m.shouted {
		return false
	}
	if form == strings.ToLower(form) && form != "plc" || d.doc.Tokens[i].Start > m.End+2 {
		return false
	}
	m.End = d.doc.Tokens[i].End
	m.become(Org, "ends in “"+form+"”")
	return true
}

// unmarked is the company that the legal form at the token ends, where no name was found: the words with capitals before it.
func (d *resolver) unmarked(i int) (Mention, bool) {
	form := d.form(i)
	if len(form) < 3 || kindOf(form) != title || d.r.lexicon.hintOf(form)&legal == 0 || !d.plain(d.doc.Tokens[i].Start) || d.mentionAt(d.doc.Tokens[i].End) >= 0 {
		return Mention{}, false
	}
	first := i
	for k := d.before(d.doc.Tokens[i].Start); k >= 0 && k == first-1 && i-k < 5 && d.adjacent(k, d.doc.Tokens[first].Start) && kindOf(d.form(k)).name() && d.mentionAt(d.doc.Tokens[k].End) < 0; k-- {
		first = k
	}
	if opens := d.opens(d.doc.Tokens[first].Start); first == i || opens && d.doc.Language.IsStop(strings.ToLower(d.form(first))) {
		return Mention{}, false
	}
	m := Mention{Span: text.Span{Start: d.doc.Tokens[first].Start, End: d.doc.Tokens[i].End}}
	m.become(Org, "ends in “"+form+"”")
	return m, true
}

// mendShip knows a ship by the word for what it is, or by what opens its name.
func (d *resolver) mendShip(m *Mention) bool {
	first, _, more := strings.Cut(m.Of(d.doc.Text), " ")
	i := d.before(m.Start)
	switch {
	case m.Type == Misc || m.Type == Group || m.shouted:
		return false
	case more && d.isHull(first):
	case i >= 0 && d.adjacent(i, m.Start) && d.r.lexicon.hints[d.form(i)]&vessel != 0:
		if next := d.form(d.tokenFrom(m.End)); next == "'s" || next == "’s" {
			return false
		}
	default:
		return false
	}
	d.ships[foldPhrase(m.Of(d.doc.Text))] = true
	m.become(Misc, "a ship")
	return true
}

func (d *resolver) isHull(form string) bool {
	return d.r.lexicon.hintOf(form)&hull != 0 && form == strings.ToUpper(form)
}

// paired is the name that a word which is a name only with another makes with that: "HMS Resolute", "Theresa May".
func (d *resolver) paired(i int) (Mention, bool) {
	form := d.form(i)
	tokens := d.doc.Tokens
	if d.isHull(form) {
		if next := d.form(i + 1); next == "" || kindOf(next) != title || !d.adjacent(i, tokens[i+1].Start) {
			return Mention{}, false
		}
		last := i + 1
		if d.form(i+2) != "" && kindOf(d.form(i+2)) == title && d.adjacent(i+1, tokens[i+2].Start) {
			last++
		}
		m := Mention{Span: text.Span{Start: tokens[i].Start, End: tokens[last].End}}
		d.ships[foldPhrase(m.Of(d.doc.Text))] = true
		m.become(Misc, "a ship")
		return m, true
	}
	if s, ok := d.surnames[strings.ToLower(form)]; ok && (d.r.lexicon.classes[d.form(i+1)]&speech != 0 || d.r.lexicon.hintOf(d.form(i-1))&(he|she) != 0) {
		m := Mention{Span: tokens[i].Span}
		m.become(Person, "surname of "+s.full.of(d))
		return m, true
	}
	if i == 0 || !d.isGiven(i-1) || !d.adjacent(i-1, tokens[i].Start) {
		return Mention{}, false
	}
	if next, _ := utf8.DecodeRuneInString(d.form(i + 1)); next >= '0' && next <= '9' || !d.plain(tokens[i].Start) || d.r.lexicon.classes[strings.ToLower(d.form(i-1))]&calendar != 0 {
		return Mention{}, false
	}
	m := Mention{Span: text.Span{Start: tokens[i-1].Start, End: tokens[i].End}}
	m.become(Person, "“"+d.form(i-1)+"” is a given name")
	return m, true
}

// plain says whether the sentence at the offset uses capitals as sentences do.
func (d *resolver) plain(offset int) bool {
	k := max(0, d.doc.SentenceAt(offset))
	yes, known := d.plains[k]
	if !known {
		s := d.r.scan(d.doc)
		defer d.r.done(s)
		s.read(d.doc.Sentences[k])
		yes = !s.shouts
		d.plains[k] = yes
	}
	return yes
}

// common says whether the one word that begins a sentence is a common one: what follows it follows a verb, or one of several things, and
// not a name ("Chase the leader", "Rice and beans").
func (d *resolver) common(m *Mention) bool {
	word := m.Of(d.doc.Text)
	if m.shouted || strings.ContainsAny(word, " .-") || !d.opens(m.Start) || kindOf(word) != title || !d.doc.Language.Knows(strings.ToLower(word)) {
		return false
	}
	i := d.tokenFrom(m.End)
	if m.Type == Person && d.r.lexicon.hints[d.form(i)]&object != 0 {
		return true
	}
	return m.Type == Person && d.form(i) == "and" && kindOf(d.form(i+1)) == lower
}

// runOn says whether the mention is a word that begins a sentence and what goes with it, up to a name of the text: "Snow on [Elbrus]".
func (d *resolver) runOn(m *Mention) bool {
	words := strings.Fields(m.Of(d.doc.Text))
	if m.Type != Misc || m.own != nil || len(words) < 3 || !d.opens(m.Start) || kindOf(words[1]) != lower || words[1] == "of" {
		return false
	}
	rest := foldPhrase(strings.Join(words[2:], " "))
	return d.bare[rest] != nil || d.known[rest] != nil && d.known[rest].typ != Misc
}

// owned says whether a name of the reader's lies over the span.
func (d *resolver) owned(s text.Span) bool {
	k := sort.Search(len(d.mentions), func(k int) bool { return d.mentions[k].End > s.Start })
	for ; k < len(d.mentions) && d.mentions[k].Start < s.End; k++ {
		if d.mentions[k].own != nil {
			return true
		}
	}
	return false
}

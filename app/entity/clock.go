package entity

import "strings"

// clock reads a time of day: "10:30", "3 p.m. EST", "10am", "1730 GMT", "noon", "three o'clock", "half past nine". Its value is
// hours and minutes of 24.
func (p *amountScanner) clock(a *amount, i int) int {
	a.typ, a.why = Time, "a time"
	if w := p.word(i); w.class == wClock {
		a.value = w.value
		return i + 1
	}
	if value, next := p.beside(i); next > i {
		a.value = value
		return next
	}
	if value, next := p.fourDigits(i); next > i {
		a.value = value
		return next
	}
	if parts := p.parts(i); len(parts) == 2 {
		a.value = p.hours(parts[0], parts[1])
		if a.value == "" {
			return i
		}
		return i + 1
	}
	hour, minute, half, ok := p.hourMinute(p.form(i))
	if w := p.word(i); w.class == wNumber {
		hour, minute, half, ok = p.hourMinute(w.value)
	}
	if !ok {
		return i
	}
	next := i + 1
	switch {
	case half >= 0:
	case p.is(next, wMeridiem) && hour <= 12:
		half = atoi(p.word(next).value)
		next++
	case p.is(next, wOclock):
		next++
	case minute < 0, !p.is(next, wZone) && !p.is(i-1, wAtTime|wByYear|wBeforeYear):
		return i
	}
	if half >= 0 {
		hour = hour%12 + half
	}
	if p.is(next, wZone) && p.capital(next) {
		next++
	}
	a.value = pad(hour) + ":" + pad(max(minute, 0))
	return next
}

// hours is the interval of "9am-5pm" and "9-11pm", "" when the parts are none.
func (p *amountScanner) hours(from, to string) string {
	h1, m1, half1, ok1 := p.hourMinute(from)
	h2, m2, half2, ok2 := p.hourMinute(to)
	if !ok1 || !ok2 || half2 < 0 || h1 < 1 || h1 > 12 {
		return ""
	}
	if half1 < 0 {
		half1 = half2
	}
	return pad(h1%12+half1) + ":" + pad(max(m1, 0)) + "/" + pad(h2%12+half2) + ":" + pad(max(m2, 0))
}

// hourMinute reads "10:30", "10", "10am"; minute is -1 when none is written, half is 0 for am, 12 for pm, -1 for neither.
func (p *amountScanner) hourMinute(f string) (hour, minute, half int, ok bool) {
	half, minute = -1, -1
	if n := len(f) - 2; n > 0 {
		if w := p.part(f[n:]); w.class == wMeridiem {
			f, half = f[:n], atoi(w.value)
		}
	}
	h, m, colon := strings.Cut(f, ":")
	if !colon {
		h, m, colon = strings.Cut(f, ".")
	}
	if h == "" || len(h) > 2 || strings.Trim(h+m, "0123456789") != "" || colon && len(m) != 2 {
		return 0, 0, 0, false
	}
	if colon {
		minute = atoi(m)
	}
	hour = atoi(h)
	return hour, minute, half, hour < 24 && minute < 60 && (half < 0 || hour >= 1 && hour <= 12)
}

// beside reads "half past nine", "quarter to six", and behind "at" or "about" also "ten past six".
func (p *amountScanner) beside(i int) (string, int) {
	minutes := 0
	switch w := p.word(i); {
	case w.class == wHalf && p.is(i+1, wRelative):
		minutes = 30
	case w.value == "quarter":
		minutes = 15
	case w.class == wNumber && p.is(i-1, wAtTime):
		minutes = atoi(w.value)
	}
	hour := atoi(p.word(i + 2).value)
	if !p.is(i+2, wNumber) {
		hour = p.day(i + 2)
	}
	if minutes < 1 || minutes > 30 || hour < 1 || hour > 12 {
		return "", i
	}
	switch p.word(i + 1).value {
	case "past":
		return pad(hour) + ":" + pad(minutes), i + 3
	case "to":
		return pad((hour+10)%12+1) + ":" + pad(60-minutes), i + 3
	}
	return "", i
}

// fourDigits reads "1730 GMT", and behind "at" also "1600 hours".
func (p *amountScanner) fourDigits(i int) (string, int) {
	f := p.form(i)
	if len(f) != 4 || strings.Trim(f, "0123456789") != "" || f[:2] > "23" || f[2:] > "59" {
		return "", i
	}
	if p.is(i+1, wZone) && p.shout(i+1) || p.is(i-1, wAtTime) && p.is(i+1, wUnit) && p.word(i+1).value == "h" {
		return f[:2] + ":" + f[2:], i + 2
	}
	return "", i
}

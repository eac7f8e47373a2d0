package entity

import "strings"

// wordClass is what a word can be in an amount, one bit each.
type wordClass uint64

const (
	wUnit wordClass = 1 << iota
	wDash
	wBeforeYear
	wFraction
	wByYear
	wArticle
	wHalf
	wScale
	wOf
	wNumber
	wMinus
	wSign
	wCode
	wMoney
	wCents
	wWon
	wCent
	wPence
	wMeridiem
	wOclock
	wZone
	wAtTime
	wRelative
	wClock
	wDate
	wWeekday
	wShortWeekday
	wNth
	wMonth
	wPercent
	wPart
	wPeriod
	wSeason
	wCentury
	wDaypart
	wAgo
	wOrdinal
	wEra
	wPer
	wQuarter
	wPercentage
	wPoints
	wBasis
	wSlash
	wExtent
	wSquare
	wCelsius
	wThen
	wDegree
	wDay
	wTonight

	// Outside English.
	wRange      // between two numbers
	wHours      // "heures", "h"
	wHoursAt    // an hour of the day by itself: "órakor"
	wClockWord  // before an hour: "klockan"
	wTimeSuffix // behind an hour and a hyphen
	wYearWord   // behind a year, of it: "года"
	wYearSuffix // behind a year and a hyphen
	wDecade     // behind a year and a hyphen: "1990-talet"
	wDecadeWord // behind years: "évek"
	wAgoBefore  // "il y a"
	wAgoPeriod  // "éve"
	wMoneyScale // "mdkr"
	wMonthFirst // days stand behind the month, months behind the year
)

// wordClassNames are the classes as amounts.txt has them, in the order of the constants.
const wordClassNames = "unit dash before-year fraction by-year article half scale of number minus sign code money cents won cent pence meridiem oclock zone at-time relative clock date weekday short-weekday nth month percent part period season century daypart ago ordinal era per quarter percentage points basis slash extent square celsius then degree day tonight range hours hours-at clock-word time-suffix year-word year-suffix decade decade-word ago-before ago-period money-scale month-first"

// wordClassOf is the classes that a cell of amounts.txt names, with spaces between; one that no pattern asks for has no bit.
func wordClassOf(names string) (c wordClass) {
	for i, n := range strings.Fields(wordClassNames) {
		for name := range strings.FieldsSeq(names) {
			if n == name {
				c |= 1 << i
			}
		}
	}
	return c
}

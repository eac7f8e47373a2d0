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
)

// wordClassNames are the classes as amounts.txt has them, in the order of the constants.
const wordClassNames = "unit dash before-year fraction by-year article half scale of number minus sign code money cents won cent pence meridiem oclock zone at-time relative clock date weekday short-weekday nth month percent part period season century daypart ago ordinal era per quarter percentage points basis slash extent square celsius then degree day tonight"

// wordClassOf is the class of a name in amounts.txt; one that no pattern asks for has no bit.
func wordClassOf(name string) wordClass {
	for i, n := range strings.Fields(wordClassNames) {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

//! What a language does with numbers and dates, by the Unicode CLDR.

use std::fmt;

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil;

/// The rules of one language, as it is spoken in one place.
#[derive(Default)]
pub(super) struct Rules {
    plurals: Option<PluralRules>,
    dates: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
}

impl Rules {
    /// For a language tag such as `de-CH`; where it has none of its own, those of the language alone.
    pub(super) fn of(tag: &str) -> Self {
        let locale = tag.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        Self {
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            dates: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok(),
        }
    }

    /// Which form words take after a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub(super) fn form(&self, number: i64) -> &'static str {
        let category = self.plurals.as_ref().map(|rules| rules.category_for(number));
        match category {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
    }

    /// A date as it is written in the language; as it is, where it is none such as `2026-05-01`.
    pub(super) fn date(&self, written: &str) -> String {
        let formatted = || {
            let date: civil::Date = written.parse().ok()?;
            let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
            let date = Date::try_new_gregorian(i32::from(date.year()), month, day).ok()?;
            Some(self.dates.as_ref()?.format(&date).to_string())
        };
        formatted().unwrap_or_else(|| written.to_owned())
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rules")
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;

    #[test]
    fn words_after_numbers_take_the_languages_form() {
        let cases = [
            ("en", 0, "other"),
            ("en", 1, "one"),
            ("fr", 0, "one"),
            ("fr", 1_000_000, "many"),
            ("de-CH", 1, "one"),
            ("pl", 3, "few"),
            ("no-such-language-at-all", 1, "other"),
        ];
        for (tag, number, form) in cases {
            assert_eq!(Rules::of(tag).form(number), form, "{tag} {number}");
        }
    }

    #[test]
    fn dates_are_written_as_in_the_language() {
        let cases = [
            ("en", "Mar 5, 2026"),
            ("en-GB", "5 Mar 2026"),
            ("de", "05.03.2026"),
            ("fr", "5 mars 2026"),
            ("it", "5 mar 2026"),
        ];
        for (tag, expected) in cases {
            assert_eq!(Rules::of(tag).date("2026-03-05"), expected, "{tag}");
        }
        assert_eq!(Rules::of("de").date("bald"), "bald");
    }
}

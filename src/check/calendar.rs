//! Days as people see them from today.

use jiff::Unit;
use jiff::civil::Date;

use crate::model::Period;
use crate::text::{Phrase, Word};

/// Whether `day` is today, or comes so soon after it that a notice is wanted.
pub(super) fn is_soon(day: Date, today: Date, notice: Option<Period>) -> bool {
    let last = notice.and_then(|notice| notice.after(today));
    day >= today && last.is_some_and(|last| day <= last)
}

/// How far `day` is from today: "today", "12 days ago", "in 3 months".
pub(super) fn distance(day: Date, today: Date) -> Word {
    let days = today.until((Unit::Day, day)).map_or(0, |span| span.get_days());
    let months = today
        .until((Unit::Month, day))
        .map_or(0, |span| span.get_months());
    let (ago, ahead, number) = match days {
        -1 => return Word::Phrase(&YESTERDAY, Vec::new()),
        0 => return Word::Phrase(&TODAY, Vec::new()),
        1 => return Word::Phrase(&TOMORROW, Vec::new()),
        // Two months have 62 days at the most: from here on there is never but one month, nor but one year.
        -61..62 => (&DAYS_AGO, &DAYS_AHEAD, days.abs()),
        _ if months.abs() < 24 => (&MONTHS_AGO, &MONTHS_AHEAD, months.abs()),
        _ => (&YEARS_AGO, &YEARS_AHEAD, months.abs() / 12),
    };
    let phrase = if days < 0 { ago } else { ahead };
    Word::Phrase(phrase, vec![("n", Word::plain(number.to_string()))])
}

/// How often something comes round: "every 6 months".
pub(super) fn every(period: Period) -> String {
    let part = |number: i32, one: &str| match number {
        0 => None,
        1 => Some(String::from(one)),
        _ => Some(format!("{number} {one}s")),
    };
    let months = if period.months % 12 == 0 {
        part(period.months / 12, "year")
    } else {
        part(period.months, "month")
    };
    let days = part(period.days, "day");
    let parts: Vec<String> = months.into_iter().chain(days).collect();
    format!("every {}", parts.join(" and "))
}

static YESTERDAY: Phrase = Phrase {
    en: "yesterday",
    de: "gestern",
    fr: "hier",
    it: "ieri",
};

static TODAY: Phrase = Phrase {
    en: "today",
    de: "heute",
    fr: "aujourd’hui",
    it: "oggi",
};

static TOMORROW: Phrase = Phrase {
    en: "tomorrow",
    de: "morgen",
    fr: "demain",
    it: "domani",
};

static DAYS_AGO: Phrase = Phrase {
    en: "{n} days ago",
    de: "vor {n} Tagen",
    fr: "il y a {n} jours",
    it: "{n} giorni fa",
};

static DAYS_AHEAD: Phrase = Phrase {
    en: "in {n} days",
    de: "in {n} Tagen",
    fr: "dans {n} jours",
    it: "tra {n} giorni",
};

static MONTHS_AGO: Phrase = Phrase {
    en: "{n} months ago",
    de: "vor {n} Monaten",
    fr: "il y a {n} mois",
    it: "{n} mesi fa",
};

static MONTHS_AHEAD: Phrase = Phrase {
    en: "in {n} months",
    de: "in {n} Monaten",
    fr: "dans {n} mois",
    it: "tra {n} mesi",
};

static YEARS_AGO: Phrase = Phrase {
    en: "{n} years ago",
    de: "vor {n} Jahren",
    fr: "il y a {n} ans",
    it: "{n} anni fa",
};

static YEARS_AHEAD: Phrase = Phrase {
    en: "in {n} years",
    de: "in {n} Jahren",
    fr: "dans {n} ans",
    it: "tra {n} anni",
};

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{distance, every, is_soon};
    use crate::model::Period;
    use crate::text::Phrase;

    #[test]
    fn days_are_counted_as_people_count_them() {
        let today = date(2026, 11, 23);
        let cases = [
            (date(2026, 11, 23), "today", "heute"),
            (date(2026, 11, 24), "tomorrow", "morgen"),
            (date(2026, 11, 22), "yesterday", "gestern"),
            (date(2026, 11, 25), "in 2 days", "in 2 Tagen"),
            (date(2026, 11, 11), "12 days ago", "vor 12 Tagen"),
            (date(2026, 9, 23), "61 days ago", "vor 61 Tagen"),
            (date(2026, 9, 22), "2 months ago", "vor 2 Monaten"),
            (date(2027, 1, 24), "in 2 months", "in 2 Monaten"),
            (date(2025, 11, 23), "12 months ago", "vor 12 Monaten"),
            (date(2024, 11, 24), "23 months ago", "vor 23 Monaten"),
            (date(2024, 11, 23), "2 years ago", "vor 2 Jahren"),
            (date(2029, 11, 23), "in 3 years", "in 3 Jahren"),
        ];
        let bare = Phrase {
            en: "{a}",
            de: "{a}",
            fr: "{a}",
            it: "{a}",
        };
        for (day, english, german) in cases {
            let word = [("a", distance(day, today))];
            assert_eq!(bare.say("en", &word), english);
            assert_eq!(bare.say("de", &word), german);
        }
        let ends = [distance(Date::MIN, Date::MAX), distance(Date::MAX, Date::MIN)];
        assert!(
            ends.iter()
                .all(|word| !bare.say("it", &[("a", word.clone())]).is_empty())
        );
    }

    #[test]
    fn a_notice_is_given_from_today_on() {
        let today = date(2026, 11, 23);
        let notice = Some(Period { months: 1, days: 0 });
        assert!(is_soon(today, today, notice) && is_soon(date(2026, 12, 23), today, notice));
        assert!(!is_soon(date(2026, 11, 22), today, notice) && !is_soon(date(2026, 12, 24), today, notice));
        assert!(!is_soon(today, today, None));
        assert!(!is_soon(Date::MAX, Date::MAX, notice), "there is no day after it");
    }

    #[test]
    fn periods_are_said_in_words() {
        let said = |months, days| every(Period { months, days });
        assert_eq!(said(12, 0), "every year");
        assert_eq!(said(24, 0), "every 2 years");
        assert_eq!(said(18, 10), "every 18 months and 10 days");
        assert_eq!(said(1, 0), "every month");
        assert_eq!(said(0, 14), "every 14 days");
    }
}

//! Stretches of time as people write them.

use crate::model::Period;

/// How a period is written, for help.
pub(crate) const EXAMPLE: &str = "write a number and `days`, `weeks`, `months` or `years`, as in `12 months`";

/// Reads `30 days`, `2 weeks`, `12 months`, `1 year`, or several of them one after the other.
pub(crate) fn period(text: &str) -> Option<Period> {
    let mut words = text.split_whitespace();
    let mut period = Period { months: 0, days: 0 };
    while let Some(word) = words.next() {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, joined) = word.split_at(digits);
        let unit = if joined.is_empty() { words.next()? } else { joined };
        let number: i32 = number
            .parse()
            .ok()
            .filter(|number| (1..=9_999).contains(number))?;
        match unit.trim_end_matches(',').to_lowercase().as_str() {
            "day" | "days" => period.days += number,
            "week" | "weeks" => period.days += 7 * number,
            "month" | "months" => period.months += number,
            "year" | "years" => period.months += 12 * number,
            _ => return None,
        }
        if period.days > 999_999 || period.months > 999_999 {
            return None;
        }
    }
    (period.days > 0 || period.months > 0).then_some(period)
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn periods_are_read_as_people_write_them() {
        let cases = [
            ("30 days", Some((0, 30))),
            ("2 weeks", Some((0, 14))),
            ("12 months", Some((12, 0))),
            ("1 Year", Some((12, 0))),
            ("1 year, 6 months", Some((18, 0))),
            ("6months", Some((6, 0))),
            ("0 days", None),
            ("-1 days", None),
            ("twelve months", None),
            ("12", None),
            ("months", None),
            ("", None),
            ("99999999999 days", None),
            ("12 moons", None),
        ];
        for (text, expected) in cases {
            let read = period(text).map(|period| (period.months, period.days));
            assert_eq!(read, expected, "{text}");
        }
    }
}

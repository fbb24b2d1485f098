//! `calendar.ics`: what comes due, for calendars (RFC 5545).

use icalendar::{Calendar, Component as _, Event, Property};

use crate::config::Config;
use crate::site::{Due, Views};

/// Every review and every end of a term as a day's event.
pub(super) fn ics(views: &Views<'_>, config: &Config) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        (
            "PRODID",
            concat!(
                "-//",
                env!("CARGO_PKG_NAME"),
                "//",
                env!("CARGO_PKG_VERSION"),
                "//EN"
            ),
        ),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    // `NAME` (RFC 7986) would say the same, but this is what calendars read.
    calendar.append_property(Property::new("X-WR-CALNAME", &config.title));
    for due in views.due() {
        calendar.push(event(&due));
    }
    calendar.to_string()
}

fn event(due: &Due) -> Event {
    let day = due.day.strftime("%Y%m%d").to_string();
    // The same at each build: it says when the event was written down, which is not known.
    let stamp = format!("{day}T000000Z");
    let mut start = Property::new("DTSTART", day);
    start.add_parameter("VALUE", "DATE");
    let mut event = Event::new();
    event
        .uid(&due.id)
        .summary(&due.title)
        .add_property("DTSTAMP", stamp)
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(start);
    if let Some(address) = &due.address {
        event.url(address);
    }
    event
}

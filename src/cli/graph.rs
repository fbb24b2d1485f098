//! `rolebook graph`

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::opened::{For, Opened};
use super::output::Output;
use super::{Failure, Here, Stages, Terminal};
use crate::Asked;
use crate::graph::Scheme;
use crate::model::{Organisation, PartyId, PartyKind};
use crate::render::Handbook;
use crate::site::{DRAWINGS, Drawing};
use crate::text::{alternatives, nearest, normal};

const EXAMPLES: &str = "\
Examples:
  rolebook graph neighbourhood --of engineer > engineer.svg
  rolebook graph neighbourhood --of engineer --output engineer.png --scale 3
  rolebook graph neighbourhood --of \"Product Owner\" --theme dark --output po.svg

The drawings are those of the handbook's pages, in the colours of the built-in
theme. Their links lead to where `[book] base_url` in book.toml says; without it
they are relative to the site's root. Findings stand in the way of nothing.";

/// Pixels to a unit of the drawing, unless something else is asked for: sharp on today's screens.
#[cfg(feature = "png")]
const USUAL_SCALE: f32 = 2.0;

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// What to draw
    #[arg(value_parser = drawings())]
    kind: &'static Drawing,
    /// The party to draw it of: its id, its title or another of its names
    #[arg(long, value_name = "PARTY")]
    of: Option<String>,
    #[command(flatten)]
    whom: For,
    #[command(flatten)]
    output: Output,
    /// The picture's format [default: as the file's name ends, or else svg]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// The colours
    #[arg(long, value_name = "THEME", default_value = "light")]
    theme: Theme,
    #[cfg(feature = "png")]
    #[command(flatten)]
    size: Size,
}

/// How large a PNG is.
#[cfg(feature = "png")]
#[derive(Args, Debug)]
struct Size {
    /// How many pixels of a PNG a unit of the drawing is [default: 2]
    #[arg(long, value_name = "FACTOR", value_parser = scale, conflicts_with = "width")]
    scale: Option<f32>,
    /// How many pixels wide a PNG is
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..=32_767))]
    width: Option<u32>,
}

/// A picture's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines and letters, sharp at any size, with links
    Svg,
    /// Pixels, for programs that know no SVG
    #[cfg(feature = "png")]
    Png,
}

/// A picture's colours.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theme {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

/// Reads the name of a drawing.
fn drawings() -> impl TypedValueParser<Value = &'static Drawing> {
    let names = DRAWINGS.iter();
    let names = names.map(|drawing| PossibleValue::new(drawing.name).help(drawing.summary));
    PossibleValuesParser::new(names).map(|name| {
        let drawing = DRAWINGS.iter().find(|drawing| drawing.name == name);
        drawing.unwrap_or(&DRAWINGS[0])
    })
}

/// Reads a factor.
#[cfg(feature = "png")]
fn scale(written: &str) -> Result<f32, &'static str> {
    let factor = written
        .parse()
        .ok()
        .filter(|factor| (0.1..=20.0).contains(factor));
    factor.ok_or("write a number between 0.1 and 20, such as 1.5")
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let opened = Opened::read(here, &Asked::default(), &options.whom, &Stages::new(terminal))?;
    opened.tolerate(here, terminal)?;
    let (snapshot, compiled) = opened.shown(here, terminal)?;
    let of = subject(options, &compiled.organisation)?;
    let handbook = Handbook::new(snapshot, compiled)?;
    let scheme = match options.theme {
        Theme::Light => Scheme::Light,
        Theme::Dark => Scheme::Dark,
    };
    let Some(svg) = handbook.drawing(options.kind, of, scheme) else {
        return Err(Failure::Error {
            message: format!("there is nothing to draw in the {}", options.kind.name),
            help: Some(String::from(
                "a drawing shows relations; see what the sections about deliverables and needs say",
            )),
        });
    };
    let bytes = picture(svg, options)?;
    options.output.write(&bytes, here, terminal)
}

#[cfg(not(feature = "png"))]
fn picture(svg: String, options: &Options) -> Result<Vec<u8>, Failure> {
    if options.format.is_none() && options.output.ending() == "png" {
        return Err(Failure::Error {
            message: String::from("this rolebook was built without PNG"),
            help: Some(String::from("write SVG, or build it with the feature `png`")),
        });
    }
    Ok(svg.into_bytes())
}

#[cfg(feature = "png")]
fn picture(svg: String, options: &Options) -> Result<Vec<u8>, Failure> {
    use std::io::IsTerminal as _;

    use crate::picture::{self, Extent};

    let by_name = if options.output.ending() == "png" {
        Format::Png
    } else {
        Format::Svg
    };
    match options.format.unwrap_or(by_name) {
        Format::Svg => Ok(svg.into_bytes()),
        Format::Png if options.output.is_standard() && std::io::stdout().is_terminal() => {
            Err(Failure::Error {
                message: String::from("a PNG is nothing to be shown in a terminal"),
                help: Some(String::from("name a file with `--output FILE`")),
            })
        }
        Format::Png => {
            let scale = Extent::Scale(options.size.scale.unwrap_or(USUAL_SCALE));
            let extent = options.size.width.map_or(scale, Extent::Width);
            picture::png(&svg, extent).map_err(|error| Failure::Error {
                message: error.message,
                help: error.help,
            })
        }
    }
}

/// The party to be drawn; none where the drawing is of the whole organisation.
fn subject(options: &Options, organisation: &Organisation) -> Result<Option<PartyId>, Failure> {
    let kind = options.kind;
    let wrong = |message: String, help: String| {
        Err(Failure::Error {
            message,
            help: Some(help),
        })
    };
    match &options.of {
        None if kind.of.is_empty() => Ok(None),
        None => wrong(
            format!("a {} is drawn of one party", kind.name),
            String::from("say of which, such as `--of engineer`"),
        ),
        Some(_) if kind.of.is_empty() => wrong(
            format!("a drawing of {} is of the whole organisation", kind.name),
            String::from("leave `--of` out"),
        ),
        Some(name) => named(name, kind.of, organisation).map(Some),
    }
}

/// The party of one of those kinds that is called `name`: by its id first.
fn named(name: &str, kinds: &[PartyKind], organisation: &Organisation) -> Result<PartyId, Failure> {
    let parties = || organisation.parties.iter().enumerate();
    let fits = || parties().filter(|(_, party)| kinds.contains(&party.kind));
    let wanted = normal(name);
    let by_id = fits().find(|(_, party)| party.id == name);
    let called = |names: &[String]| names.iter().any(|known| normal(known) == wanted);
    let by_name = || {
        fits().find(|(_, party)| {
            [&party.id, &party.title]
                .iter()
                .any(|known| normal(known) == wanted)
                || called(&party.aliases)
        })
    };
    if let Some((at, _)) = by_id.or_else(by_name) {
        return Ok(PartyId::at(at));
    }
    let known = fits().flat_map(|(_, party)| [party.id.as_str(), party.title.as_str()]);
    let near: Vec<String> = nearest(name, known)
        .iter()
        .map(|near| format!("`{near}`"))
        .collect();
    let kinds: Vec<String> = kinds.iter().map(|kind| spoken(*kind).to_owned()).collect();
    Err(Failure::Error {
        message: format!("no {} is called `{name}`", alternatives(&kinds)),
        help: Some(if near.is_empty() {
            String::from("a party is called by its id, which is its file's name, by its title or by an alias")
        } else {
            format!("did you mean {}?", alternatives(&near))
        }),
    })
}

const fn spoken(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Role => "role",
        PartyKind::Team => "team",
        PartyKind::External => "external party",
    }
}

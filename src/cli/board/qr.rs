//! An address as a picture, for the camera of a telephone.

use anstyle::{Ansi256Color, Color, Style};
use qrcodegen::{QrCode, QrCodeEcc};

use super::Look;

/// How many light modules have to be around the code.
const MARGIN: i32 = 4;
/// Black on white, in the numbers that no theme of a terminal changes.
const INK_ON_PAPER: Style = Style::new()
    .fg_color(Some(Color::Ansi256(Ansi256Color(16))))
    .bg_color(Some(Color::Ansi256(Ansi256Color(231))));

/// A QR code.
#[derive(Clone)]
pub(crate) struct Qr(QrCode);

impl Qr {
    /// The code of `text`; none where it is too long for any.
    pub(crate) fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Low).ok().map(Self)
    }

    /// The code in lines, two modules above each other in a character; none where there are no such characters.
    pub(super) fn lines(&self, look: Look) -> Vec<String> {
        let across = -MARGIN..self.0.size() + MARGIN;
        let down = if look.unicode { across.clone() } else { 0..0 };
        let row = |y| {
            let cells = across.clone().map(|x| self.cell(x, y, look));
            let cells: String = cells.collect();
            if look.color {
                format!("{INK_ON_PAPER}{cells}{INK_ON_PAPER:#}")
            } else {
                cells
            }
        };
        down.step_by(2).map(row).collect()
    }

    /// The modules at `y` and below it. Characters are ink where the paper is known to be light. Without colours they are
    /// light on the dark ground that most terminals have.
    fn cell(&self, x: i32, y: i32, look: Look) -> char {
        let is_drawn = |y| self.0.get_module(x, y) == look.color;
        match (is_drawn(y), is_drawn(y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where there is no code")]

    use rqrr::PreparedImage;

    use super::{Look, Qr};

    /// How many dots of a camera a module is seen in.
    const DOTS: usize = 5;

    const fn look(color: bool) -> Look {
        Look { color, unicode: true }
    }

    /// What a camera reads from lines of half blocks; `ink` and `paper` are how light they are.
    fn read(lines: &[String], ink: u8, paper: u8) -> String {
        let rows: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
        let (width, height) = (rows[0].len() * DOTS, rows.len() * 2 * DOTS);
        let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            let is_upper = (y / DOTS).is_multiple_of(2);
            match (rows[y / DOTS / 2][x / DOTS], is_upper) {
                ('█', _) | ('▀', true) | ('▄', false) => ink,
                _ => paper,
            }
        });
        image.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_the_address_back() {
        for url in [
            "http://192.168.178.123:4000/",
            "http://10.0.0.7:54321/",
            "http://[2001:db8:85a3::8a2e:370:7334]:4000/",
        ] {
            let qr = Qr::of(url).unwrap();
            let plain = qr.lines(look(false));
            assert_eq!(read(&plain, 255, 0), url, "light on dark");
            let (on, off) = ("\x1b[38;5;16m\x1b[48;5;231m", "\x1b[0m");
            let colored: Vec<String> = qr
                .lines(look(true))
                .iter()
                .map(|line| {
                    line.strip_prefix(on)
                        .unwrap()
                        .strip_suffix(off)
                        .unwrap()
                        .to_owned()
                })
                .collect();
            assert_eq!(read(&colored, 0, 255), url, "dark on light");
        }
    }

    #[test]
    fn a_usual_address_fits_a_usual_terminal() {
        let lines = Qr::of("http://192.168.178.123:4000/").unwrap().lines(look(false));
        assert_eq!((lines.len(), lines[0].chars().count()), (17, 33));
        assert!(
            lines[..2].iter().all(|line| line.chars().all(|c| c == '█')),
            "a margin above"
        );
        assert!(
            lines
                .iter()
                .all(|line| line.starts_with("████") && line.ends_with("████"))
        );
    }

    #[test]
    fn it_is_left_out_where_it_can_t_be() {
        let ascii = Look {
            color: true,
            unicode: false,
        };
        assert!(Qr::of("http://10.0.0.7:4000/").unwrap().lines(ascii).is_empty());
        assert!(Qr::of(&"long".repeat(1000)).is_none());
    }
}

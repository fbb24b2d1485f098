//! How wide text is: average advances of common sans-serif faces, so that layout needs no font.

/// A size and weight of the drawing's one type family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    /// In drawing units.
    pub(crate) size: i32,
    /// Bold letters are a little wider.
    pub(crate) bold: bool,
}

/// What bold adds, in per cent: 5 to 8 in most faces, 20 in `DejaVu Sans`, of which half is in the margin of a box.
const BOLD: i32 = 113;

impl Face {
    /// How wide `text` is, in drawing units, rounded up.
    pub(crate) fn width(self, text: &str) -> i32 {
        let advances = text.chars().map(advance).fold(0_i32, i32::saturating_add);
        let scaled = i64::from(advances) * i64::from(self.size) * i64::from(self.weight());
        i32::try_from(scaled.div_euclid(10_000) + 1).unwrap_or(i32::MAX)
    }

    /// How many hundredths of an em fit into `width` drawing units.
    pub(crate) fn room(self, width: i32) -> i32 {
        width.max(0) * 10_000 / (self.size.max(1) * self.weight())
    }

    const fn weight(self) -> i32 {
        if self.bold { BOLD } else { 100 }
    }
}

/// The advance of a character in hundredths of an em.
pub(crate) fn advance(character: char) -> i32 {
    match character {
        ' '..='~' => i32::from(ASCII[character as usize - ' ' as usize]),
        _ if is_invisible(character) => 0,
        _ if is_wide(character) => 100,
        '\u{1F000}'..='\u{1FAFF}' => 135,
        '\u{2014}' | '\u{2026}' => 100,
        '\u{2018}'..='\u{201A}' => 25,
        // Scripts whose letters are about as wide as Latin ones.
        '\u{A0}'..='\u{8FF}' | '\u{1E00}'..='\u{206F}' if character.is_uppercase() => 72,
        '\u{A0}'..='\u{8FF}' | '\u{1E00}'..='\u{206F}' => 60,
        _ => 80,
    }
}

/// From the space to the tilde: a little above the mean of the faces that systems bring.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    28, 29, 39, 60, 57, 86, 71, 22, 32, 32, 44, 60, 27, 35, 27, 34, //   ! " # $ % & ' ( ) * + , - . /
    57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 28, 60, 60, 60, 48, // 0 to 9 : ; < = > ?
    96, 66, 65, 67, 73, 60, 57, 72, 74, 30, 42, 64, 55, 88, 75, 77, // @ A to O
    62, 77, 64, 60, 60, 73, 64, 95, 63, 61, 60, 32, 34, 32, 55, 50, // P to Z [ \ ] ^ _
    33, 56, 60, 50, 60, 56, 34, 58, 60, 26, 26, 53, 26, 90, 60, 60, // ` a to o
    60, 60, 39, 50, 35, 60, 52, 76, 53, 52, 49, 36, 40, 36, 60,     // p to z { | } ~
];

/// Whether it takes no room of its own: marks on the letter before, joiners, directions.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}'
        | '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{20D0}'..='\u{20F0}' | '\u{3099}' | '\u{309A}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether it fills a square, as Chinese, Japanese and Korean characters do.
pub(crate) fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{A000}'..='\u{A4CF}'
        | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::Face;

    const PLAIN: Face = Face {
        size: 10,
        bold: false,
    };

    #[test]
    fn scripts_have_their_widths() {
        let wider = [
            ("ill", "mmm"),
            ("aaa", "AAA"),
            ("ab", "役割"),
            ("αβ", "役割"),
            ("", "i"),
        ];
        for (narrow, wide) in wider {
            assert!(PLAIN.width(narrow) < PLAIN.width(wide), "{narrow} {wide}");
        }
        assert_eq!(PLAIN.width("e\u{301}"), PLAIN.width("e"), "a mark takes no room");
    }

    #[test]
    fn bold_and_size_scale() {
        let bold = Face { size: 20, bold: true };
        assert!(bold.width("Engineer") > 2 * PLAIN.width("Engineer"));
        let text = "m".repeat(10);
        assert!(PLAIN.room(PLAIN.width(&text)) >= 900);
    }
}

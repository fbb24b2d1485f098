//! Which section of a translation says what which of its original says.

use crate::model::Section;

/// How the sections of an original and of its translation belong together.
pub(super) struct Pairs {
    /// By the original's sections: the position of the translation's; none where it lacks one.
    pub(super) partners: Vec<Option<usize>>,
    /// The translation's sections that the original has not.
    pub(super) strays: Vec<usize>,
}

/// Pairs sections: those that the schema knows by their ids, the others by the section that they come behind, and by
/// their order.
pub(super) fn pairs(original: &[Section], translation: &[Section]) -> Pairs {
    let mut pairs = Pairs {
        partners: vec![None; original.len()],
        strays: (0..translation.len()).collect(),
    };
    let is_known = |section: &Section| section.rule.is_some();
    pairs.pair(|ours, theirs| is_known(&original[ours]) && original[ours].rule == translation[theirs].rule);
    let are_unknown =
        |ours: usize, theirs: usize| !is_known(&original[ours]) && !is_known(&translation[theirs]);
    pairs.pair(|ours, theirs| {
        are_unknown(ours, theirs) && before(original, ours) == before(translation, theirs)
    });
    pairs.pair(are_unknown);
    pairs
}

impl Pairs {
    /// Pairs those that are single and fit, in order.
    fn pair(&mut self, fits: impl Fn(usize, usize) -> bool) {
        for (ours, partner) in self.partners.iter_mut().enumerate() {
            if partner.is_none() {
                let found = self.strays.iter().position(|theirs| fits(ours, *theirs));
                *partner = found.map(|at| self.strays.remove(at));
            }
        }
    }
}

/// The id of the last section before that at `at` that the schema knows.
fn before(sections: &[Section], at: usize) -> Option<&str> {
    sections[..at]
        .iter()
        .rev()
        .find_map(|section| section.rule.as_deref())
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::model::{Prose, Section, SectionKind};
    use crate::text::Span;

    fn sections(rules: &[&str]) -> Vec<Section> {
        let section = |rule: &&str| Section {
            rule: (*rule != "?").then(|| (*rule).to_owned()),
            kind: SectionKind::Prose,
            title: Prose::default(),
            title_text: String::new(),
            anchor: String::new(),
            span: Span::default(),
            blocks: Vec::new(),
        };
        rules.iter().map(section).collect()
    }

    #[test]
    fn sections_belong_together_by_id_by_neighbour_and_by_order() {
        type Case<'c> = (&'c [&'c str], &'c [&'c str], &'c [Option<usize>], &'c [usize]);
        let cases: [Case; 5] = [
            (&["a", "b"], &["b", "a"], &[Some(1), Some(0)], &[]),
            (
                &["a", "b", "c", "?"],
                &["a", "?", "c", "?"],
                &[Some(0), None, Some(2), Some(3)],
                &[1],
            ),
            (&["a", "?", "?"], &["a", "?"], &[Some(0), Some(1), None], &[]),
            (&["?", "a"], &["a", "?"], &[Some(1), Some(0)], &[]),
            (&["a", "a"], &["a", "b"], &[Some(0), None], &[1]),
        ];
        for (original, translation, partners, strays) in cases {
            let found = pairs(&sections(original), &sections(translation));
            assert_eq!(
                (&*found.partners, &*found.strays),
                (partners, strays),
                "{original:?}"
            );
        }
    }
}

//! Two lists of items: what was gained, what was lost, what is said in other words.

use serde::Serialize;

/// Above this share of pairs of letters that they have in common, two items are one in other words (Dice's coefficient).
const ALIKE: f64 = 0.6;
/// Of longer lists, items are not held against each other for what they have in common.
const MOST: usize = 200;

/// What is different between two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Items {
    /// Items that are new.
    pub(crate) gained: Vec<String>,
    /// Items that are no more.
    pub(crate) lost: Vec<String>,
    /// Items in other words: before and after.
    pub(crate) reworded: Vec<(String, String)>,
}

impl Items {
    /// What is different in `after`; where an item stands in its list makes no difference.
    pub(crate) fn of(before: &[String], after: &[String]) -> Self {
        let (mut lost, mut gained) = (without(before, after), without(after, before));
        let mut reworded = Vec::new();
        if lost.len().max(gained.len()) <= MOST {
            lost.retain(|old| {
                let near = gained
                    .iter()
                    .map(|new| strsim::sorensen_dice(old, new))
                    .enumerate();
                let nearest = near
                    .filter(|(_, like)| *like > ALIKE)
                    .max_by(|a, b| a.1.total_cmp(&b.1));
                if let Some((at, _)) = nearest {
                    reworded.push((old.clone(), gained.remove(at)));
                }
                nearest.is_none()
            });
        }
        Self {
            gained,
            lost,
            reworded,
        }
    }

    /// Whether they are the same.
    pub(crate) const fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty() && self.reworded.is_empty()
    }
}

/// The items of `of` that `other` has not, each as often as it is missing.
fn without(of: &[String], other: &[String]) -> Vec<String> {
    let mut other: Vec<String> = other.iter().map(|item| spaced(item)).collect();
    other.sort_unstable();
    let mut taken = vec![false; other.len()];
    let single = of.iter().filter(|item| {
        let item = spaced(item);
        let first = other.partition_point(|known| *known < item);
        let same = (first..other.len()).take_while(|at| other[*at] == item);
        let free = same.into_iter().find(|at| !taken[*at]);
        if let Some(at) = free {
            taken[at] = true;
        }
        free.is_none()
    });
    single.cloned().collect()
}

/// White space makes no difference.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Items;

    #[test]
    fn items_come_go_and_are_reworded() {
        let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        let before = list(&[
            "pays the invoices",
            "answers  letters",
            "keeps the keys",
            "twice",
            "twice",
        ]);
        let after = list(&[
            "keeps the keys",
            "pays the invoices in time",
            "answers letters",
            "sings",
            "twice",
        ]);
        let items = Items::of(&before, &after);
        assert_eq!(items.gained, ["sings"]);
        assert_eq!(items.lost, ["twice"]);
        assert_eq!(
            items.reworded,
            [(
                "pays the invoices".to_owned(),
                "pays the invoices in time".to_owned()
            )]
        );
        assert!(Items::of(&before, &before).is_empty());
    }
}

//! An order in which similar things stand beside each other.

use std::collections::BTreeSet;

/// The positions of `sets` in an order in which neighbours have much in common.
///
/// The nearest-neighbour way of putting things in a row (Hahsler, Hornik and Buchta, "Getting Things in Order", 2008):
/// it begins with the largest set, and what comes next is what has most in common with the last, after Jaccard (1901).
/// Of equals it is the first given.
pub(crate) fn seriation(sets: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..sets.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(sets.len());
    while !rest.is_empty() {
        let last = order.last().copied();
        let key = |at: usize| match last {
            Some(last) => alike(&sets[last], &sets[at]),
            None => (sets[at].len(), 1),
        };
        let mut best = 0;
        for place in 1..rest.len() {
            let (ours, theirs) = (key(rest[place]), key(rest[best]));
            // Fractions, compared without rounding.
            if ours.0 * theirs.1 > theirs.0 * ours.1 {
                best = place;
            }
        }
        order.push(rest.remove(best));
    }
    order
}

/// How much two sets have in common, as a fraction of all that they hold.
fn alike(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> (usize, usize) {
    let common = a.intersection(b).count();
    (common, (a.len() + b.len() - common).max(1))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::seriation;

    fn set(of: &[usize]) -> BTreeSet<usize> {
        of.iter().copied().collect()
    }

    #[test]
    fn what_is_alike_stands_together() {
        let sets = [
            set(&[1, 2]),
            set(&[7, 8, 9]),
            set(&[1, 2, 3]),
            set(&[8, 9]),
            set(&[]),
        ];
        assert_eq!(seriation(&sets), [1, 3, 0, 2, 4]);
        assert_eq!(seriation(&[]), [0_usize; 0]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_doubled(sets in proptest::collection::vec(proptest::collection::btree_set(0_usize..30, 0..8), 0..30)) {
            let mut order = seriation(&sets);
            order.sort_unstable();
            prop_assert_eq!(order, (0..sets.len()).collect::<Vec<_>>());
        }
    }
}

//! Which of the palette's colours a team has, the same in every drawing.

/// How many colours the style sheet has, in classes from `rb-team-0` on.
pub(crate) const TINTS: usize = 12;

/// The colour of each of the teams with these ids, by position.
///
/// A team keeps its colour when others come and go, as far as that goes: it prefers the one that its id's
/// hash names and gives way only where that is taken more often than others.
pub(crate) fn tints(ids: &[&str]) -> Vec<usize> {
    let mut order: Vec<(u32, usize)> = ids.iter().enumerate().map(|(at, id)| (hash(id), at)).collect();
    order.sort_by_key(|(hash, at)| (*hash, ids[*at]));
    let mut used = [0_usize; TINTS];
    let mut tints = vec![0; ids.len()];
    for (hash, at) in order {
        let least = used.iter().min().copied().unwrap_or_default();
        let preferred = usize::try_from(hash).unwrap_or_default() % TINTS;
        let free = (0..TINTS)
            .map(|step| (preferred + 5 * step) % TINTS)
            .find(|tint| used[*tint] == least);
        tints[at] = free.unwrap_or(preferred);
        used[tints[at]] += 1;
    }
    tints
}

/// FNV-1a (Fowler, Noll and Vo), of 32 bits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::{TINTS, tints};

    #[test]
    fn colours_are_shared_only_when_all_are_used() {
        let ids: Vec<String> = (0..30).map(|number| format!("team-{number}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        for count in 0..30 {
            let mut used = [0; TINTS];
            for tint in tints(&ids[..count]) {
                used[tint] += 1;
            }
            let most = used.iter().max().copied().unwrap_or_default();
            assert_eq!(most, count.div_ceil(TINTS), "{count} teams");
        }
    }

    #[test]
    fn a_colour_does_not_hang_on_the_order_of_teams() {
        let ids = ["market", "basecamp", "albula", "furka"];
        let there = tints(&ids);
        let mut back = tints(&["furka", "albula", "basecamp", "market"]);
        back.reverse();
        assert_eq!(there, back);
    }
}

//! Numbers as text: on which records a word is, each by its distance from the one before.

/// Characters that need no escape in a script, each a number below 64.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Five bits a digit, the lowest first; the sixth says that more follow.
fn push(out: &mut String, mut number: usize) {
    while number >= 32 {
        out.push(char::from(DIGITS[32 + number % 32]));
        number /= 32;
    }
    out.push(char::from(DIGITS[number]));
}

/// Records in ascending order with the fields of each: a distance, then a digit for the fields.
pub(super) fn encoded(postings: &[(u32, u8)]) -> String {
    let mut out = String::with_capacity(postings.len() * 2);
    let mut before = 0;
    for (record, fields) in postings {
        push(&mut out, usize::try_from(record - before).unwrap_or_default());
        out.push(char::from(DIGITS[usize::from(fields & 63)]));
        before = *record;
    }
    out
}

//! Numbers in a drawing.

/// Adds a number in digits.
pub(crate) fn push_number(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    // Ten digits hold every number of 32 bits.
    let mut digits = ['0'; 10];
    let mut length = 0;
    for digit in &mut digits {
        *digit = char::from_digit(rest % 10, 10).unwrap_or('0');
        rest /= 10;
        length += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits.iter().take(length).rev());
}

#[cfg(test)]
mod tests {
    use super::push_number;

    #[test]
    fn numbers_are_as_rust_writes_them() {
        for number in [0, 7, 10, -8, 1_234_567_890, i32::MAX, i32::MIN] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }
}

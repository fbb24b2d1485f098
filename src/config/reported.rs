//! Findings as tests compare them: all of them, with what they point at and their help.

use crate::finding::Finding;

/// Every finding by its place: what it points at, the message, the help.
pub(crate) fn reported(text: &str, mut findings: Vec<Finding>) -> Vec<String> {
    findings.sort_by_key(|finding| finding.place.place);
    let finding = |finding: &Finding| {
        let span = finding.place.place.span;
        let at = text.get(span.start..span.end).unwrap_or("(no span of the text)");
        let mut lines = vec![format!("  at {at:?}: {}", finding.message)];
        lines.extend(
            finding
                .related
                .iter()
                .map(|label| format!("    also: {}", label.text)),
        );
        lines.extend(finding.help.iter().map(|help| format!("    help: {help}")));
        lines.join("\n")
    };
    findings.iter().map(finding).collect()
}

/// Each of `cases` as it is written, and what `faults` says of it.
pub(crate) fn told(faults: fn(&str) -> Vec<String>, cases: &[&str]) -> String {
    let case = |case: &&str| format!("{case}\n{}\n", faults(case).join("\n"));
    cases.iter().map(case).collect::<Vec<_>>().join("\n")
}

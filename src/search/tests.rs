//! What a browser relies on when it reads the parts of an index.

use std::collections::BTreeMap;

use super::{Division, Field, Index, Kind, Language, Part, Passage, Record};

fn record(title: &str, passages: &[(Field, &str, &str)]) -> Record {
    let passages = passages.iter().map(|(field, text, about)| Passage {
        field: *field,
        text: (*text).to_owned(),
        anchor: Some("place".to_owned()),
        about: (*about).to_owned(),
    });
    Record {
        kind: Kind::Role,
        title: title.to_owned(),
        url: format!("roles/{}.html", title.to_lowercase()),
        passages: passages.collect(),
        ..Record::default()
    }
}

fn language(tag: &'static str, idle: &str) -> Language {
    Language {
        tag,
        idle: idle.to_owned(),
        ..Language::default()
    }
}

fn indexed(records: &[Record], language: Language) -> Index {
    Index::of(records.len(), |at| records[at].clone(), language)
}

/// What a part gives away, of an index of those records.
fn data(index: &Index, records: &[Record], part: Part) -> serde_json::Value {
    let script = index.script(part, |at| records[at].clone());
    let json = script
        .split_once(',')
        .and_then(|(_, rest)| rest.strip_suffix(");\n"));
    serde_json::from_str(json.unwrap_or_default()).unwrap_or_default()
}

/// For each line of words, the records with one of them and the bits of their fields; read as the theme's script does.
fn postings(index: &Index, records: &[Record]) -> BTreeMap<String, Vec<(usize, usize)>> {
    let head = data(index, records, Part::Index);
    let words = head["words"].as_str().unwrap_or_default().lines();
    let terms = Division::of(records.len())
        .parts()
        .filter(|part| matches!(part, Part::Terms(_)));
    let lists: Vec<String> = terms
        .flat_map(|part| {
            let text = data(index, records, part);
            let lines = text.as_str().unwrap_or_default().lines().map(str::to_owned);
            lines.collect::<Vec<_>>()
        })
        .collect();
    words
        .map(str::to_owned)
        .zip(lists.iter().map(|list| decoded(list)))
        .collect()
}

fn decoded(list: &str) -> Vec<(usize, usize)> {
    let digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    let (mut found, mut record, mut distance, mut shift, mut is_fields) = (Vec::new(), 0, 0, 0, false);
    for digit in list.chars().filter_map(|c| digits.find(c)) {
        if is_fields {
            found.push((record, digit));
            (distance, shift, is_fields) = (0, 0, false);
        } else {
            distance += (digit % 32) << shift;
            shift += 5;
            is_fields = digit < 32;
            record += if is_fields { distance } else { 0 };
        }
    }
    found
}

#[test]
fn words_of_one_stem_stand_together_with_their_records_and_fields() {
    let records = vec![
        record("Editor", &[(Field::Responsibility, "Keeps backups.", "")]),
        record("Writer", &[(Field::Delivers, "The backup of a text", "Éditor")]),
    ];
    let index = indexed(&records, language("en", "the of a"));
    let found = postings(&index, &records);
    assert_eq!(found["backup backups"], [(0, 4), (1, 8)]);
    assert_eq!(
        found["editor"],
        [(0, 1), (1, 8)],
        "accents and case make no difference"
    );
    assert!(!found.contains_key("the"), "words that say nothing are left out");
}

#[test]
fn each_language_has_its_own_stems() {
    let cases = [
        ("de", "Sicherung Sicherungen", "sicherung sicherungen"),
        ("fr", "Sauvegarde sauvegardes", "sauvegarde sauvegardes"),
        ("it", "Fattura fatture", "fattura fatture"),
    ];
    for (tag, title, together) in cases {
        let records = [record(title, &[])];
        let index = indexed(&records, language(tag, ""));
        assert!(postings(&index, &records).contains_key(together), "{tag}");
    }
}

#[test]
fn numbers_of_any_size_come_back() {
    let count = 5_000;
    let records = (0..count).map(|at| {
        let rare = if at % 1_777 == 3 { "rare" } else { "" };
        record(&format!("R{at}"), &[(Field::Other, rare, "")])
    });
    let records: Vec<Record> = records.collect();
    let index = indexed(&records, language("en", ""));
    let found = postings(&index, &records);
    assert_eq!(found["rare"], [(3, 32), (1_780, 32), (3_557, 32)]);
    assert_eq!(found["r4999"], [(4_999, 1)]);
}

#[test]
fn the_parts_are_those_that_were_planned_and_hold_every_word_and_record() {
    for count in [0, 1, 39, 400, 2_000] {
        let records: Vec<Record> = (0..count)
            .map(|at| record(&format!("Title{at}"), &[(Field::Purpose, "same words", "")]))
            .collect();
        let index = indexed(&records, language("en", ""));
        let words = if count == 0 { 0 } else { count + 2 };
        assert_eq!(postings(&index, &records).len(), words, "{count} records");
        let texts = Division::of(count)
            .parts()
            .filter(|part| matches!(part, Part::Texts(_)));
        let told: usize = texts
            .map(|part| data(&index, &records, part).as_array().map_or(0, Vec::len))
            .sum();
        assert_eq!(told, count);
    }
}

#[test]
fn an_address_is_left_out_where_it_follows_from_the_title() {
    let mut other = record("Product Owner", &[]);
    other.url = "roles/po.html".to_owned();
    let mut term = record("SLA", &[]);
    term.kind = Kind::Term;
    term.url = "glossary.html".to_owned();
    term.anchor = Some("sla".to_owned());
    let records = [record("Editor", &[]), other, term];
    let index = indexed(&records, language("en", ""));
    let head = data(&index, &records, Part::Index);
    assert_eq!(
        head["pages"],
        "r1 Editor\nr1 Product Owner\tpo.html\nw0 SLA\tglossary.html#sla"
    );
    assert_eq!(head["folders"][1], "roles/");
}

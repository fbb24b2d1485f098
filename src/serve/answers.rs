//! What is at an address. Paths are looked up in the site; none is ever opened because it was asked for.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::http::{Answer, Request, Respond};
use super::preview::{Preview, site_path};
use super::state::State;
use super::{OWN, asset, client, report};
use crate::picture::{self, Extent};
use crate::render::{Artifact, Artifacts};
use crate::text::SitePath;

/// The page of a folder.
const INDEX: &str = "index.html";

/// A browser asks for what it keeps whether it is still so.
const ASK_AGAIN: (&str, &str) = ("Cache-Control", "no-cache");

impl Respond for Preview {
    fn respond(&self, request: &Request) -> Answer {
        let own = request.path.strip_prefix(OWN);
        own.map_or_else(|| self.of_site(request), |name| self.own(name, request))
    }
}

impl Preview {
    /// What is the preview's own.
    fn own(&self, name: &str, request: &Request) -> Answer {
        let page = || page_of(request.query.get("page").map_or("/", String::as_str));
        match name {
            "events" => {
                let revision = request.query.get("revision");
                let revision = revision.and_then(|revision| revision.parse().ok());
                Answer::events(self.subscribe(&page(), revision))
            }
            "findings" => json(&report::findings(self, &page())),
            "edit" => json(&report::source(self, &page())),
            _ => match client::file(name) {
                Some((kind, text)) => kept(kind, text.as_bytes().into(), request),
                None => Answer::words(404, "The preview has no such file."),
            },
        }
    }

    /// What is of the handbook.
    fn of_site(&self, request: &Request) -> Answer {
        let state = self.state();
        let page = page_of(&request.path);
        let path = site_path(&page);
        let is_page = |path: &SitePath| state.handbook.page_at(path).is_some();
        if let Some(path) = path.filter(|path| !is_page(path))
            && let Some(answer) = self.file(&state, &path, request)
        {
            return answer;
        }
        if let Some(folder) = folder(&state, &request.path) {
            return Answer::words(302, "This is a folder.").with_header("Location", folder);
        }
        let shown = self.shown(&state, &page);
        let html = client::with_script(&shown.bytes, &page, shown.revision);
        Answer::bytes(asset::kind(INDEX), html)
            .with_status(shown.status)
            .with_header("X-Rolebook-Revision", shown.revision.to_string())
    }

    /// A file of the site that is no page.
    fn file(&self, state: &State, path: &SitePath, request: &Request) -> Option<Answer> {
        let kind = asset::kind(path.as_str());
        let enough = state.enough_for(path);
        let state = enough.as_deref().unwrap_or(state);
        let bytes = match state.handbook.make(path) {
            Ok(Some(Artifact::Bytes(bytes))) => bytes,
            Ok(Some(Artifact::Pieces(pieces))) => match pieces.whole() {
                Ok(bytes) => bytes,
                Err(error) => return Some(Answer::words(500, &error.to_string())),
            },
            Ok(Some(Artifact::Copy(source))) => match std::fs::read(self.root.join(source.as_str())) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let words = format!("`{source}` can't be read: {error}");
                    return Some(Answer::words(500, &words));
                }
            },
            Ok(Some(Artifact::Picture(svg))) => match picture::png(&svg, Extent::Scale(1.0)) {
                Ok(bytes) => bytes,
                Err(error) => return Some(Answer::words(500, &error.to_string())),
            },
            Ok(None) => return None,
            Err(error) => return Some(Answer::words(500, &error.to_string())),
        };
        Some(kept(kind, bytes.into(), request))
    }
}

/// The address of the page that is meant by `path`: a folder is its page.
fn page_of(path: &str) -> String {
    if path.ends_with('/') {
        format!("{path}{INDEX}")
    } else {
        path.to_owned()
    }
}

/// Where `path` leads when it names a folder of the site that has a page.
fn folder(state: &State, path: &str) -> Option<String> {
    let index = site_path(&format!("{path}/{INDEX}"))?;
    let own = site_path(path)?;
    let is_folder = !path.ends_with('/') && state.handbook.page_at(&own).is_none();
    (is_folder && state.handbook.page_at(&index).is_some()).then(|| format!("/{}/", own.url()))
}

/// Bytes that a browser may keep as long as it asks whether they are still right.
fn kept(kind: &'static str, bytes: Arc<[u8]>, request: &Request) -> Answer {
    let digest = Sha256::digest(&bytes);
    let tag = u64::from_be_bytes(std::array::from_fn(|at| digest[at]));
    let (name, value) = ASK_AGAIN;
    Answer::bytes(kind, bytes)
        .with_header(name, value)
        .with_etag(&format!("{tag:016x}"), request)
}

fn json(value: &serde_json::Value) -> Answer {
    Answer::bytes(asset::kind("x.json"), value.to_string().into_bytes())
}

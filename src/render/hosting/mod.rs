//! Files that are for whoever hosts the site: what search engines are to look at, headers, redirections.

mod headers;
mod redirect;
mod sitemap;

pub(super) use headers::headers;
pub(super) use redirect::{Moved, redirect, redirects};
pub(super) use sitemap::{list_of_sitemaps, sitemap};

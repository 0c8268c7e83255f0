//! How a parameter is written into a request.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::STYLE;
use crate::ir::{Parameter, Place, Style};

/// The method that writes it. The usual style of each place has the short one.
pub(super) fn parameter(parameter: &Parameter) -> TokenStream {
    let (method, usual) = verb(parameter.place);
    if !parameter.reserved && parameter.style == usual {
        let method = format_ident!("{method}");
        return quote!(#method);
    }
    let ending = if parameter.reserved { "reserved" } else { "as" };
    let method = format_ident!("{method}_{ending}");
    let style = style(parameter.style);
    quote!(#method(#style))
}

/// The short verb of a place, and the style that it stands for.
pub(super) fn verb(place: Place) -> (&'static str, Style) {
    match place {
        Place::Path => ("path", Style::Simple { explode: false }),
        Place::Query => ("query", Style::Form { explode: true }),
        Place::Header => ("header", Style::Simple { explode: false }),
        Place::Cookie => ("cookie", Style::Form { explode: true }),
    }
}

/// A style as the runtime names it.
pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple { explode } => quote!(#STYLE::Simple { explode: #explode }),
        Style::Label { explode } => quote!(#STYLE::Label { explode: #explode }),
        Style::Matrix { explode } => quote!(#STYLE::Matrix { explode: #explode }),
        Style::Form { explode } => quote!(#STYLE::Form { explode: #explode }),
        Style::SpaceDelimited => quote!(#STYLE::SpaceDelimited),
        Style::PipeDelimited => quote!(#STYLE::PipeDelimited),
        Style::DeepObject => quote!(#STYLE::DeepObject),
        Style::Json => quote!(#STYLE::Json),
    }
}

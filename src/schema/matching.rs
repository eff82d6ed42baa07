//! Pairs the named parts of two tables: keys, indexes, foreign keys, checks.
//!
//! A name somebody gave always wins. A name the engine made up never decides anything: two such
//! parts are the same when their shapes are.

use super::{Element, Fold};

/// What became of the parts of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched<T> {
    /// The same part on both sides: `(observed, desired)`, perhaps under two names.
    pub same: Vec<(T, T)>,
    /// One name, two shapes: `(observed, desired)`.
    pub replaced: Vec<(T, T)>,
    /// Only observed.
    pub dropped: Vec<T>,
    /// Only desired.
    pub added: Vec<T>,
}

/// Matches `observed` against `desired`. Quadratic only in the parts of one table.
pub fn match_elements<T: Element>(observed: &[T], desired: &[T], fold: Fold) -> Matched<T> {
    let mut left: Vec<&T> = observed.iter().collect();
    let mut right: Vec<&T> = desired.iter().collect();
    let mut same = Vec::new();
    let mut replaced = Vec::new();
    let named =
        |a: &T, b: &T| !a.label().text.is_empty() && fold.same(&a.label().text, &b.label().text);
    let shaped = |a: &T, b: &T| a.same_shape(b, fold);
    let anonymous = |a: &T, b: &T| a.label().generated || b.label().generated;

    take(&mut left, &mut right, &mut same, |a, b| {
        named(a, b) && shaped(a, b)
    });
    take(&mut left, &mut right, &mut same, |a, b| {
        anonymous(a, b) && shaped(a, b)
    });
    take(&mut left, &mut right, &mut replaced, |a, b| {
        named(a, b) && !(a.label().generated && b.label().generated)
    });
    take(&mut left, &mut right, &mut same, |a, b| shaped(a, b));
    Matched {
        same,
        replaced,
        dropped: left.into_iter().cloned().collect(),
        added: right.into_iter().cloned().collect(),
    }
}

fn take<T: Element>(
    left: &mut Vec<&T>,
    right: &mut Vec<&T>,
    into: &mut Vec<(T, T)>,
    fits: impl Fn(&T, &T) -> bool,
) {
    left.retain(|a| match right.iter().position(|b| fits(a, b)) {
        Some(at) => {
            let b = right.remove(at);
            into.push(((*a).clone(), b.clone()));
            false
        }
        None => true,
    });
}

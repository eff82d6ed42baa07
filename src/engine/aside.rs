//! Objects beside tables while a plan runs: which go before the tables change, which are made
//! afterwards, which are altered where they are.
//!
//! What an object leans on decides. One that stands in the way of a change steps aside with
//! everything that leans on it, and comes back as it is desired. Nothing is dropped by `CASCADE`.

mod order;
mod touch;

pub(in crate::engine) use touch::{Act, Touch};

use super::step::{Object, Unsupported};
use crate::schema::{
    Change, Defined, Delta, Dependency, Kind, Name, ObjectChange, ObjectKey, Pair,
};
use order::{Entry, needs_last};

pub(in crate::engine) use order::{circles, needs_first};
use std::collections::{BTreeMap, BTreeSet};

/// What an engine makes of objects.
pub(in crate::engine) trait Habits {
    /// Whether an object becomes what is desired without being dropped first.
    fn in_place(&self, key: &ObjectKey, objects: Pair<&Defined>) -> bool;

    /// What becomes of an object that leans on what is touched.
    fn answer(&self, here: Here<'_>, on: &Dependency, touch: &Touch<'_>) -> Answer;

    /// Whether an object must be gone when another one, on which it leans, is.
    fn follows(&self, key: &ObjectKey, gone: &ObjectKey) -> bool;
}

/// One object with its name at that moment.
pub(in crate::engine) type Here<'a> = (&'a ObjectKey, &'a Defined);

/// What becomes of all objects.
#[derive(Debug, Default)]
pub(in crate::engine) struct Moves<'a> {
    /// All that go, for good or meanwhile; what leans on another one comes before it.
    pub(in crate::engine) away: Vec<Here<'a>>,
    /// Go for good; what leans on another one comes before it.
    pub(in crate::engine) dropped: Vec<Here<'a>>,
    /// Go and come back; what leans on another one comes before it.
    pub(in crate::engine) aside: Vec<Here<'a>>,
    /// Are there afterwards other than before; what others need comes first.
    pub(in crate::engine) comes: Vec<(Here<'a>, How<'a>)>,
    /// Stand in the way of something that goes, and nothing says how they shall be without it.
    pub(in crate::engine) stuck: Vec<Stuck<'a>>,
    /// Tables that go for good.
    pub(in crate::engine) tables: BTreeSet<&'a Name>,
    /// What else goes, and may have parts.
    homes: BTreeSet<&'a Name>,
}

impl Moves<'_> {
    /// Whether a part goes by itself with what it hangs on.
    pub(in crate::engine) fn goes_along(&self, key: &ObjectKey) -> bool {
        key.kind.is_part() && (self.tables.contains(&key.name) || self.homes.contains(&key.name))
    }
}

/// How an object comes to be as it is desired.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum How<'a> {
    /// It is new.
    Made,
    /// It stepped aside, or is made anew.
    Back,
    /// It is altered where it is, from this.
    Altered(&'a Defined),
}

/// What an engine says of an object that leans on something that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Answer {
    /// It stays; the server carries it through.
    Stays,
    /// It has to be gone meanwhile.
    StepsAside,
    /// It would break, and the server would not say so.
    Breaks,
}

/// An object that cannot step aside.
#[derive(Debug)]
pub(in crate::engine) struct Stuck<'a> {
    /// The object.
    pub(in crate::engine) key: &'a ObjectKey,
    /// What it stands in the way of.
    pub(in crate::engine) because: Because<'a>,
}

impl Stuck<'_> {
    /// The refusal, naming both.
    pub(in crate::engine) fn refusal(&self) -> Unsupported {
        let key = self.key;
        let (object, verb) = match self.because {
            Because::Touched(touch) => {
                let verb = match touch.act {
                    Act::Drop => "dropped",
                    Act::Rename => "renamed",
                    Act::Retype => "given another type",
                    Act::Extend | Act::Alter => "changed",
                };
                let object = match touch.column {
                    Some(column) => Object::part("column", touch.table, column),
                    None => Object::table(touch.table),
                };
                (object, verb)
            }
            Because::Gone(gone) => (Object::from(gone), "dropped"),
        };
        Unsupported {
            object,
            reason: format!("it cannot be {verb} while {key} depends on it"),
            instead: format!("declare {key} as it shall be afterwards, or drop it first"),
        }
    }
}

/// Why an object has to be gone.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum Because<'a> {
    /// A table or a column changes.
    Touched(Touch<'a>),
    /// An object that it leans on is dropped or made anew.
    Gone(&'a ObjectKey),
}

/// Works out what becomes of the objects of both sides.
pub(in crate::engine) fn moves<'a>(delta: &'a Delta, habits: &dyn Habits) -> Moves<'a> {
    let observed = &delta.schemas.observed.objects;
    let mut after: BTreeMap<&ObjectKey, Here<'a>> = observed
        .keys()
        .filter_map(|key| {
            let desired = &delta.schemas.desired.objects;
            Some((key, desired.get_key_value(&delta.called(key))?))
        })
        .collect();
    let mut made = Vec::new();
    let mut gone: BTreeSet<&ObjectKey> = BTreeSet::new();
    let mut dropped: BTreeSet<&ObjectKey> = BTreeSet::new();
    let mut altered = BTreeMap::new();
    for change in delta.objects() {
        match change {
            ObjectChange::Create(key, object) => made.push((key, object)),
            ObjectChange::Drop(key, _) => {
                gone.insert(key);
                dropped.insert(key);
                after.remove(key);
            }
            ObjectChange::Replace(replaced) => {
                let (keys, objects) = (replaced.keys.as_ref(), replaced.objects.as_ref());
                after.insert(keys.observed, (keys.desired, objects.desired));
                if keys.observed == keys.desired && habits.in_place(keys.desired, objects) {
                    altered.insert(keys.observed, (keys, objects));
                } else {
                    gone.insert(keys.observed);
                }
            }
        }
    }
    // A type may have to be swapped for the sake of another one that it is made of or that is made of it.
    let swapped = observed.keys();
    gone.extend(swapped.filter(|key| delta.swaps.meanwhile(key).is_some()));
    let mut stuck = Vec::new();
    for (key, because) in spread(delta, habits, &mut gone, &mut stuck) {
        if after.contains_key(key) {
            altered.remove(key);
        } else {
            stuck.push(Stuck { key, because });
        }
    }
    let here = |key: &&'a ObjectKey| observed.get_key_value(*key);
    let leaving: Vec<Entry<'a>> = gone.iter().filter_map(here).collect();
    let away = needs_last(&leaving);
    let (for_good, meanwhile) = away.iter().partition(|(key, _)| dropped.contains(key));
    let back = gone.iter().filter_map(|key| after.get(key).copied());
    let mut how: BTreeMap<&ObjectKey, How<'a>> = BTreeMap::new();
    how.extend(made.iter().map(|(key, _)| (*key, How::Made)));
    how.extend(back.clone().map(|(key, _)| (key, How::Back)));
    let changed = altered.into_values();
    how.extend(
        changed.map(|(keys, objects): (Pair<&ObjectKey>, Pair<&'a Defined>)| {
            (keys.desired, How::Altered(objects.observed))
        }),
    );
    let coming = how.keys().filter_map(|key| {
        let desired = &delta.schemas.desired.objects;
        desired.get_key_value(*key)
    });
    let comes = needs_first(&coming.collect::<Vec<_>>()).into_iter();
    let has_parts = |kind| matches!(kind, Kind::View | Kind::MaterializedView | Kind::Domain);
    let homes = away.iter().filter(|(key, _)| has_parts(key.kind));
    let tables = delta.changes.iter().filter_map(|change| match change {
        Change::DropTable(table) => Some(&table.name),
        _ => None,
    });
    Moves {
        tables: tables.collect(),
        homes: homes.map(|(key, _)| &key.name).collect(),
        away,
        dropped: for_good,
        aside: meanwhile,
        comes: comes
            .filter_map(|here| Some((here, *how.get(here.0)?)))
            .collect(),
        stuck,
    }
}

/// Adds to `gone` everything that has to be gone with it or with what the tables go through;
/// answers what was added, each with its reason.
fn spread<'a>(
    delta: &'a Delta,
    habits: &dyn Habits,
    gone: &mut BTreeSet<&'a ObjectKey>,
    stuck: &mut Vec<Stuck<'a>>,
) -> Vec<(&'a ObjectKey, Because<'a>)> {
    let observed = &delta.schemas.observed.objects;
    let mut reasons = Vec::new();
    let acts = touch::all(delta);
    let mut on_table: BTreeMap<&Name, Vec<&Touch<'a>>> = BTreeMap::new();
    for touch in &acts {
        on_table.entry(touch.table).or_default().push(touch);
    }
    let mut leaning: BTreeMap<&Name, Vec<Here<'a>>> = BTreeMap::new();
    let mut using: BTreeMap<&ObjectKey, Vec<Here<'a>>> = BTreeMap::new();
    for (key, object) in observed {
        for on in object.leans() {
            let touched = on_table.get(&on.table).into_iter().flatten();
            for touch in touched.filter(|touch| touch.meets(on)) {
                let because = Because::Touched(**touch);
                match habits.answer((key, object), on, touch) {
                    Answer::Stays => {}
                    Answer::StepsAside => {
                        if gone.insert(key) {
                            reasons.push((key, because));
                        }
                    }
                    Answer::Breaks => {
                        if !gone.contains(key) {
                            stuck.push(Stuck { key, because });
                        }
                    }
                }
            }
        }
        for on in &object.depends_on {
            leaning.entry(&on.table).or_default().push((key, object));
        }
        for used in &object.uses {
            using.entry(used).or_default().push((key, object));
        }
    }
    let mut hanging: BTreeMap<&Name, Vec<Here<'a>>> = BTreeMap::new();
    for (key, object) in observed.iter().filter(|(key, _)| key.kind.is_part()) {
        hanging.entry(&key.name).or_default().push((key, object));
    }
    let mut open: Vec<&ObjectKey> = gone.iter().copied().collect();
    while let Some(next) = open.pop() {
        let relation = next.kind.is_relation().then(|| leaning.get(&next.name));
        let parts = (!next.kind.is_part()).then(|| hanging.get(&next.name));
        let by_name = relation.into_iter().chain(parts).flatten().flatten();
        let dependents = using.get(next).into_iter().flatten().chain(by_name);
        for (key, _) in dependents.copied() {
            if key != next && habits.follows(key, next) && gone.insert(key) {
                reasons.push((key, Because::Gone(next)));
                open.push(key);
            }
        }
    }
    reasons
}

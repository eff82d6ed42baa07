//! Which known names somebody may have meant.

/// How many names are offered.
const MOST: usize = 3;

/// The known names nearest to `name`, nearest first, at most three. Case does not count; a name
/// that differs in more than a third of its letters is not near, one that begins with all of
/// `name` is.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted: Vec<char> = name.to_lowercase().chars().collect();
    let most = wanted.len().div_ceil(3);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|word| {
            let letters: Vec<char> = word.to_lowercase().chars().collect();
            let far = if letters.starts_with(&wanted) {
                0
            } else if letters.len().abs_diff(wanted.len()) > most {
                return None;
            } else {
                distance(&wanted, &letters)
            };
            (far <= most && !wanted.is_empty()).then_some((far, word))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(MOST).map(|(_, word)| word).collect()
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour (the
/// distance of Damerau and Levenshtein, in its restricted form).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let replaced = last.get(j).map_or(usize::MAX, |d| d + usize::from(a != b));
            let left_out = last.get(j + 1).map_or(usize::MAX, |d| d + 1);
            let put_in = row.last().map_or(usize::MAX, |d| d + 1);
            let swapped = match (i.checked_sub(1), j.checked_sub(1)) {
                (Some(p), Some(q)) if left.get(p) == Some(b) && right.get(q) == Some(a) => {
                    before.get(q).map_or(usize::MAX, |d| d + 1)
                }
                _ => usize::MAX,
            };
            row.push(replaced.min(left_out).min(put_in).min(swapped));
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first_and_the_far_ones_not_at_all() {
        let known = ["users", "user_roles", "orders", "audit"];
        assert_eq!(nearest("usres", known), ["users"]);
        assert_eq!(nearest("user", known), ["user_roles", "users"]);
        assert_eq!(nearest("Orders", known), ["orders"]);
        assert_eq!(nearest("shipments", known), Vec::<&str>::new());
        assert_eq!(nearest("", known), Vec::<&str>::new());
    }

    #[test]
    fn a_swap_is_one_step_and_so_is_each_other_edit() {
        let far = |a: &str, b: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            distance(&letters(a), &letters(b))
        };
        assert_eq!(far("ab", "ba"), 1);
        assert_eq!(far("kitten", "sitting"), 3);
        assert_eq!(far("", "abc"), 3);
        assert_eq!(far("same", "same"), 0);
    }
}

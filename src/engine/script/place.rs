//! Lines and columns of byte offsets, in one pass over the text.

/// A place that only moves forward, so that a whole script costs one pass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    offset: usize,
    /// Line, from 1.
    pub(super) line: usize,
    /// Column, from 1, in characters.
    pub(super) column: usize,
}

impl Place {
    /// The place of the first character at `offset`; what lies before it is not counted.
    pub(super) fn new(offset: usize) -> Self {
        Self {
            offset,
            line: 1,
            column: 1,
        }
    }

    /// Moves forward to `offset`; offsets already passed leave the place as it is.
    pub(super) fn advance(&mut self, text: &str, offset: usize) {
        let passed = text.as_bytes().get(self.offset..offset).unwrap_or_default();
        for byte in passed {
            if *byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else if *byte & 0xC0 != 0x80 {
                // Continuation bytes of UTF-8 belong to a character already counted.
                self.column += 1;
            }
        }
        self.offset = self.offset.max(offset);
    }
}

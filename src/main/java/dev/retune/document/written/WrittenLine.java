package dev.retune.document.written;

/// A heading, a paragraph, an item of a list or a row of a table.
///
/// @param mark what it is and where it stood, no part of the text: `## ` for a heading of level 2,
///   `7 ` for what stood in row or line 7 of the file, else empty
/// @param text without line ends; a row of a table as Markdown's
public record WrittenLine(String mark, String text) {}

package dev.retune.document;

/// What stands before a line in the raw text of a file whose reader knows what each line is: `## `
/// before a heading of level 2, `7 ` before what stood in row or line 7 of the file, both before a
/// passage with a title.
///
/// @param level of the heading, 0 for none
/// @param number of the row or line in the file, 0 for none
record LineMark(int level, int number) {

  /// The mark of the line that begins at `start`, behind its mark.
  static LineMark before(String raw, int start) {
    int from = raw.lastIndexOf('\n', start - 1) + 1;
    int level = 0;
    int number = 0;
    for (int i = from; i < start; i++) {
      char c = raw.charAt(i);
      level += c == '#' ? 1 : 0;
      number = Character.isDigit(c) ? number * 10 + c - '0' : number;
    }
    return new LineMark(level, number);
  }
}

package dev.retune.pair.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a passage under one heading.
///
/// @param heading without its number; empty if there is none
/// @param code such as "E31" where the heading begins with one, else empty
/// @param begins whether the heading itself stands in the passage, and not in an earlier one
/// @param sentences without the heading itself
record Section(String heading, String code, boolean begins, List<Sentence> sentences) {
  private static final Pattern HEADING =
      Pattern.compile("^(?:\\d+(?:\\.\\d+)+\\.?|第[一二三四五六七八九十\\d]+[章节])\\s+(\\S.{1,60})$");
  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\d+(?:\\.\\d+)*\\.?|[A-Z]\\.|第[一二三四五六七八九十\\d]+[章节])\\s+");
  private static final Pattern CODE =
      Pattern.compile(
          "^((?:(?:Alarm|Fault|Error|Code|Message) )?[A-Z]{0,3}-?\\d{1,4})[ :：]+(\\S.+)$");

  /// Cuts a passage at its numbered headings.
  ///
  /// @param path headings the passage begins under, outermost first
  static List<Section> of(List<Sentence> sentences, List<String> path) {
    var sections = new ArrayList<Section>();
    var heading = path.isEmpty() ? "" : path.getLast();
    boolean seen = false;
    var body = new ArrayList<Sentence>();
    for (var sentence : sentences) {
      var line = sentence.raw().replaceAll("\\s+", " ");
      Matcher numbered = HEADING.matcher(line);
      boolean begins = sentence.line() && numbered.matches() && !line.matches(".*[。.；;]$");
      if (begins || path.contains(line)) {
        add(sections, heading, seen, body);
        heading = line;
        seen = true;
        body = new ArrayList<>();
      } else {
        body.add(sentence);
      }
    }
    add(sections, heading, seen, body);
    return sections;
  }

  private static void add(
      List<Section> sections, String heading, boolean seen, List<Sentence> body) {
    if (body.isEmpty()) {
      return;
    }
    var bare = NUMBER.matcher(heading.strip()).replaceFirst("").strip();
    var coded = CODE.matcher(bare);
    sections.add(
        coded.matches()
            ? new Section(coded.group(2), coded.group(1), seen, List.copyOf(body))
            : new Section(bare, "", seen, List.copyOf(body)));
  }
}
